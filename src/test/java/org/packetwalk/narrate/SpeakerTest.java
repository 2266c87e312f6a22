package org.packetwalk.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class SpeakerTest {

    private final Speaker english = new Speaker(Messages.of(Locale.ENGLISH));
    private final Speaker chinese = new Speaker(Messages.of(Locale.CHINESE));

    @Test
    void whatMattersAndNamesOfTheKernelAreSetApart() {
        Sentence local = Sentence.of(Subject.HOST, "account.routed.local", "127.0.0.1", "lo");
        Sentence replaced = Sentence.of(Subject.DEVICE, "evidence.device-replaced", "lo");

        assertThat(english.parts(local))
                .containsExactly(
                        new SpokenPart("127.0.0.1 is ", SpokenPart.Style.PLAIN),
                        new SpokenPart("this host’s own address", SpokenPart.Style.HIGHLIGHT),
                        new SpokenPart(". The packet will leave by lo.", SpokenPart.Style.PLAIN));
        assertThat(english.parts(replaced)).contains(new SpokenPart("dev", SpokenPart.Style.NAME));
    }

    @Test
    void marksThatAreNotClosedAreText() {
        Sentence odd = Sentence.of(Subject.PROGRAM, "account.command-started", "a", "echo [[ `");

        assertThat(english.text(odd)).contains("echo [[ ");
    }

    @Test
    void chineseWordsStandTogetherWhereverTheyComeFrom() {
        Sentence answer = Sentence.of(
                Subject.PROTOCOL, "account.icmp.answer", Sentence.of(Subject.PACKET, "packet.echo-request"));

        assertThat(chinese.text(answer)).isEqualTo("内核收下 ICMP 回显请求并自己应答，不经过任何程序。");
    }

    @Test
    void nothingToSayIsNoText() {
        assertThat(english.text(Sentence.NONE)).isEmpty();
    }
}
