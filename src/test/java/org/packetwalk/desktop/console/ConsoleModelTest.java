package org.packetwalk.desktop.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

class ConsoleModelTest {
    private final SessionModel session =
            new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private final ConsoleModel console = new ConsoleModel(session, window);

    @BeforeEach
    void open() {
        session.open("other-namespace", TableSetting.SHARED);
    }

    private void type(String host, String command) {
        console.hostProperty().set(host);
        console.textProperty().set(command);
        console.run();
    }

    private List<String> lines() {
        return console.lines().stream().map(ConsoleLine::copied).toList();
    }

    @Test
    void aCommandThatOnlyPrintsIsAnsweredInTheConsole() {
        type("left", "ip -br addr show dev veth0");

        assertThat(lines()).first().isEqualTo("left $ ip -br addr show dev veth0");
        assertThat(lines().get(1)).startsWith("veth0@").contains("10.42.0.1/24");
        assertThat(window.log().isShown(LogTab.CONSOLE)).isTrue();
        assertThat(console.textProperty().get()).isEmpty();
    }

    @Test
    void theOutputOfAWalkIsThatOfTheStepOneStandsAt() {
        type("left", "ping -c1 10.42.0.2");
        assertThat(session.position()).isZero();
        assertThat(String.join("\n", lines())).doesNotContain("1 received");

        session.seek(20);
        assertThat(lines()).hasSize(2).last().asString().startsWith("PING 10.42.0.2");
        session.seek(session.steps().size());

        assertThat(String.join("\n", lines())).contains("1 packets transmitted, 1 received, 0% packet loss");
        assertThat(window.log().isShown(LogTab.CONSOLE)).isFalse();
    }

    @Test
    void aCommandTypedWhereOneStandsEarlierIsGreyed() {
        type("left", "ping -c1 10.42.0.2");
        type("left", "ip neigh");

        assertThat(console.lines().get(console.lines().size() - 1).later()).isTrue();
        session.seek(session.steps().size());

        assertThat(console.lines()).noneMatch(ConsoleLine::later);
    }

    @Test
    void aCommandOfTheLabMakesAHostThatCanBeTypedOn() {
        type("", "ip netns add third");

        assertThat(console.hosts()).contains("third");
        assertThat(lines()).containsExactly("init netns $ ip netns add third");
    }

    @Test
    void whatIsNotKnownStaysToBeCorrected() {
        type("left", "ping -N name 10.42.0.2");

        assertThat(console.refusalProperty().get().text()).contains("-N");
        assertThat(console.textProperty().get()).isEqualTo("ping -N name 10.42.0.2");
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatFailsSaysSo() {
        type("left", "ip link set eth9 up");

        assertThat(console.lines().get(1).failed()).isTrue();
        assertThat(lines().get(1)).isEqualTo("Cannot find device \"eth9\"");
    }

    @Test
    void eachHostHasItsHistory() {
        type("left", "ip rule");
        type("left", "ip neigh");
        type("right", "ip link");
        console.hostProperty().set("left");
        console.textProperty().set("draft");

        console.recall(1);
        assertThat(console.textProperty().get()).isEqualTo("ip neigh");
        console.recall(1);
        console.recall(1);
        assertThat(console.textProperty().get()).isEqualTo("ip rule");
        console.recall(-1);
        console.recall(-1);

        assertThat(console.textProperty().get()).isEqualTo("draft");
    }

    @Test
    void oneHostAloneOrAllAreShown() {
        type("left", "ip rule");
        type("right", "ip rule");

        console.showHost("right");
        assertThat(lines()).noneMatch(line -> line.startsWith("left $"));
        console.showAll();

        assertThat(lines()).anyMatch(line -> line.startsWith("left $"));
    }

    @Test
    void pastedLinesAreRunUpToTheOneThatIsRefused() {
        console.hostProperty().set("left");
        console.paste("ip ", "rule\nnonsense here\nip addr\n", "");

        assertThat(lines()).first().isEqualTo("left $ ip rule");
        assertThat(console.textProperty().get()).isEqualTo("nonsense here");
        assertThat(console.refusalProperty().get().isPresent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            pin                      ;ping
            'ip '                    ;address
            ip r                     ;route, rule, right
            'ip route '              ;add, append, replace, del, get, flush, show
            ip addr add 10.0.0.1 dev v ; veth0
            ping 10.42.0.2           ;10.42.0.2
            'ping '                  ;10.42.0.1, 10.42.0.2
            'ip netns exec ri'       ;right
            ip netns exec left pi    ;ping
            ip -n left ro            ;route
            ip neigh | gr         ;grep
            """)
    void completes(String typed, String words) {
        console.hostProperty().set("left");

        assertThat(console.complete(typed).words()).startsWith(words.split(", "));
    }

    /** What is offered after ip must not be refused as unknown. */
    @Test
    void everyObjectOfferedIsKnown() {
        for (String object : console.complete("ip ").words()) {
            if (!object.startsWith("-")) {
                type("left", "ip " + object + (object.equals("netns") ? " list" : " show"));
                assertThat(console.refusalProperty().get().text()).isEmpty();
            }
        }
    }
}
