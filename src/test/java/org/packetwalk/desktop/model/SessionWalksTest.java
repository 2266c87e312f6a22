package org.packetwalk.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.diagram.StackPicture;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

class SessionWalksTest {
    private static final String LOOPBACK = "where-does-127.0.0.1-go";

    private final SessionWalks walks = new SessionWalks(LabCatalog.all());
    private final Messages english = Messages.of(Locale.ENGLISH);

    @Test
    void aPingToLoopbackIsAWalkOfMoreThanTwentySteps() {
        walks.open(LOOPBACK, TableSetting.SHARED).now();

        LabView lab = walks.lab(english);
        Refusal refusal =
                walks.run(lab.hosts().get(0), lab.command(), english).now().refusal();

        assertThat(refusal).isEqualTo(Refusal.NONE);
        assertThat(walks.steps(Grain.LAYER, english)).hasSizeGreaterThan(20);
        assertThat(walks.steps(Grain.FUNCTION, english)).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyLabCanBeWalkedToItsEndInEveryLanguage(String lab) {
        for (Locale language : Messages.languages()) {
            Messages words = Messages.of(language);
            SessionModel session = new SessionModel(walks, words);
            CommandModel command = new CommandModel(session);
            session.open(lab, TableSetting.SHARED);

            command.trace();

            assertThat(session.refusalProperty().get()).isEqualTo(Refusal.NONE);
            for (int i = 0; i < session.steps().size(); i++) {
                session.seek(i);
                StepView step = session.steps().get(i);
                MomentView moment = session.momentProperty().get();
                assertThat(step.title()).as(lab + " " + (i + 1)).isNotBlank();
                assertThat(moment.why().headline().text())
                        .isEqualTo(step.sentence())
                        .isNotBlank();
                assertThat(moment.stack().hosts()).isNotEmpty();
                assertThat(moment.topology().hosts()).isNotEmpty();
            }
        }
    }

    @Test
    void headersCoverThePacketWithoutGapAndEveryFieldHasWords() {
        SessionModel session = new SessionModel(walks, english);
        CommandModel command = new CommandModel(session);
        session.open("own-address", TableSetting.SHARED);
        command.trace();

        for (int i = 0; i < session.steps().size(); i++) {
            session.seek(i);
            PacketView packet = session.momentProperty().get().packet();
            int at = 0;
            for (HeaderView header : packet.headers()) {
                assertThat(header.offset()).isEqualTo(at);
                assertThat(header.fields()).allMatch(field -> !field.name().contains("field."));
                at += header.length();
            }
            assertThat(at).isEqualTo(packet.bytes().size());
        }
    }

    @Test
    void theSameLabHasOneTableSharedAndTwoSeparate() {
        walks.open(LOOPBACK, TableSetting.SHARED).now();
        StackPicture shared = walks.atRest(english).stack();
        walks.open(LOOPBACK, TableSetting.SEPARATE).now();

        StackPicture separate = walks.atRest(english).stack();

        assertThat(shared.hosts().get(0).tables()).hasSize(1);
        assertThat(separate.hosts().get(0).tables()).hasSizeGreaterThan(1);
    }

    @Test
    void anUnknownCommandIsRefusedByNameAndTheWalkIsKept() {
        walks.open(LOOPBACK, TableSetting.SHARED).now();
        LabView lab = walks.lab(english);
        walks.run(lab.hosts().get(0), lab.command(), english).now().refusal();
        int steps = walks.steps(Grain.FUNCTION, english).size();

        Refusal refusal =
                walks.run(lab.hosts().get(0), "nmap 127.0.0.1", english).now().refusal();

        assertThat(refusal.text()).contains("nmap");
        assertThat("nmap 127.0.0.1".substring(refusal.from(), refusal.to())).isEqualTo("nmap");
        assertThat(walks.steps(Grain.FUNCTION, english)).hasSize(steps);
    }

    @Test
    void aHostThatIsNotThereIsRefused() {
        walks.open(LOOPBACK, TableSetting.SHARED).now();

        assertThat(walks.run("nobody", "ping -c1 127.0.0.1", english)
                        .now()
                        .refusal()
                        .text())
                .isEqualTo("There is no host nobody in this lab.");
    }

    @Test
    void whatWasTracedIsListedOnceAndTheNewestFirst() {
        walks.open(LOOPBACK, TableSetting.SHARED).now();
        LabView lab = walks.lab(english);
        walks.run(lab.hosts().get(0), lab.command(), english).now().refusal();
        walks.run(lab.hosts().get(0), "ip route get 127.0.0.1", english).now().refusal();
        walks.run(lab.hosts().get(0), lab.command(), english).now().refusal();

        assertThat(walks.recent(english).get(0).command()).isEqualTo(lab.command());
        assertThat(walks.recent(english)).extracting(RecentView::command).doesNotHaveDuplicates();
        assertThat(walks.labs(english).get(0).progress()).isEqualTo(LabCard.Progress.STARTED);
    }

    static List<String> labs() {
        return LabCatalog.all().stream().map(Lab::name).toList();
    }
}
