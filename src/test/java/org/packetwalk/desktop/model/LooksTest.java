package org.packetwalk.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.StateView.Line;
import org.packetwalk.desktop.model.StateView.Mark;
import org.packetwalk.diagram.RoutePicture;
import org.packetwalk.diagram.StackPicture.TableRow;
import org.packetwalk.diagram.Station;
import org.packetwalk.diagram.Subject;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.testing.Routers;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.TraceEvent;

/** What the inspector shows of the steps of a walk through a router. */
class LooksTest {
    private final Messages english = Messages.of(Locale.ENGLISH);
    private SessionModel session;

    @BeforeEach
    void trace() throws LabFormatException {
        Lab lab = LabFile.read("router.sh", Routers.BETWEEN_TWO_HOSTS);
        session = new SessionModel(new SessionWalks(List.of(lab)), english);
        session.open(lab.name(), TableSetting.SHARED);
        session.trace("a", "ping -c1 -W1 10.2.0.2");
    }

    @Test
    void aRouterLowersTheTtlAndTheOldValueStaysInSight() {
        goTo(IpEvent.Forwarded.class);

        FieldView ttl = field("TTL");
        FieldView checksum = field("Checksum");

        assertThat(ttl.value()).isEqualTo("63");
        assertThat(List.of(ttl.before(), checksum.before())).doesNotContain("").contains("64");
        assertThat(field("Source").changed()).isFalse();
    }

    @Test
    void theChecksumOfTheIpHeaderIsExplainedWithItsSum() {
        goTo(IpEvent.Forwarded.class);

        assertThat(field("Checksum").note().text()).contains("20 bytes", "0xffff", "it is right");
    }

    @Test
    void theNeighbourThatWasMadeIsMarkedInTheState() {
        goTo(NeighborEvent.Waiting.class);

        StateView state = session.state("");

        assertThat(state.host()).isEqualTo("a");
        assertThat(state.hosts()).containsExactly("a", "r", "b");
        assertThat(section(state, "ip neigh").lines()).isNotEmpty().allMatch(line -> line.mark() == Mark.NEW);
        assertThat(section(state, "ip rule").changes()).isZero();
    }

    @Test
    void anotherHostIsAsItIsAtTheSameStep() {
        goTo(NeighborEvent.Waiting.class);

        StateView state = session.state("b");

        assertThat(state.sections()).noneMatch(section -> section.command().equals("ip neigh"));
    }

    @Test
    void changedLinesStandBehindWhatIsGone() {
        assertThat(LineDifference.of(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
                .containsExactly(
                        new Line("a", Mark.SAME),
                        new Line("b", Mark.GONE),
                        new Line("x", Mark.NEW),
                        new Line("c", Mark.SAME),
                        new Line("d", Mark.NEW));
    }

    @Test
    void aRouteOfThePictureLeadsBackToTheLineOfTheLab() {
        goTo(IpEvent.Forwarded.class);
        TableRow hit = rows("r").stream().filter(TableRow::hit).findFirst().orElseThrow();

        boolean asked =
                session.askWhy(Subject.row("r", "local + main", rows("r").indexOf(hit)));

        CausesView causes = session.causesProperty().get();
        assertThat(asked).isTrue();
        assertThat(causes.shown()).isEqualTo("10.2.0.0/24 dev eth1");
        assertThat(causes.causes().get(0).line()).isEqualTo("ip -n r link set eth1 up");
    }

    @Test
    void aRouteOfALookupLeadsBackToTheLineOfTheLab() {
        goTo(IpEvent.Forwarded.class);
        RoutePicture lookup = session.momentProperty().get().lookup().picture();
        int hit = lookup.rungs().get(0).rows().stream()
                .map(RoutePicture.Row::state)
                .toList()
                .indexOf(RoutePicture.RowState.WINNER);

        assertThat(session.explanations().ask(Subject.rungRow("r", 0, hit), lookup))
                .isTrue();

        CausesView causes = session.causesProperty().get();
        assertThat(causes.shown()).isEqualTo("10.2.0.0/24 dev eth1");
        assertThat(causes.causes().get(0).line()).isEqualTo("ip -n r link set eth1 up");
        assertThat(session.explanations().ask(Subject.rung("r", 0), lookup))
                .as("one trie is of no rule")
                .isFalse();
    }

    @Test
    void aLineOfEvidenceLeadsBackToTheLineOfTheLab() {
        goTo(IpEvent.HeaderBuilt.class);
        session.seek(session.position() - 1);

        List<WhyQuestion> asked = session.momentProperty().get().why().evidence().stream()
                .flatMap(piece -> session.explanations().question(piece.line().text()).stream())
                .toList();

        assertThat(asked).isNotEmpty();
        session.askWhy(asked.get(0));
        List<CausesView.Cause> causes = session.causesProperty().get().causes();
        assertThat(causes.get(causes.size() - 1).line()).startsWith("ip -n a ");
        assertThat(session.explanations().question("10.9.9.0/24 dev eth9")).isEmpty();
    }

    @Test
    void theAddressAndTheCountersOfADeviceOfTheTopologyCanBeAskedAbout() {
        goTo(IpEvent.Forwarded.class);

        List<WhyQuestion> asked = session.explanations().questions(Subject.device("r", "eth1"));

        assertThat(asked.get(0).shown()).isEqualTo("eth1");
        WhyQuestion address = asked.stream()
                .filter(question -> question.shown().startsWith("eth1 10."))
                .findFirst()
                .orElseThrow();
        session.askWhy(address);
        assertThat(session.causesProperty().get().causes())
                .last()
                .satisfies(cause -> assertThat(cause.line())
                        .contains("addr add " + address.shown().substring(5)));
        assertThat(session.explanations().questions(Subject.host("r")))
                .extracting(WhyQuestion::shown)
                .containsExactly("eth0 10.1.0.1/24", "eth1 10.2.0.1/24", "eth1 fe80::ff:fe72:3/64");
        assertThat(session.explanations().questions(Subject.wire("0"))).isEmpty();

        session.seek(session.steps().size() - 1);
        WhyQuestion counter = session.explanations().questions(Subject.device("r", "eth1")).stream()
                .filter(question -> question.shown().startsWith("eth1 TX: bytes "))
                .findFirst()
                .orElseThrow();
        session.askWhy(counter);
        CausesView.Cause cause = session.causesProperty().get().causes().get(0);
        assertThat(cause.event()).as("it was counted in the walk").isGreaterThan(0);
    }

    @Test
    void aDeviceOfThePictureLeadsBackToItsAddress() {
        goTo(IpEvent.Forwarded.class);

        assertThat(session.askWhy(Subject.device("a", "eth0"))).isTrue();

        assertThat(session.causesProperty().get().causes().get(0).line())
                .contains("ip -n a addr add 10.1.0.2/24 dev eth0");
    }

    @Test
    void aStationThatWasPassedTellsWhatItDecided() {
        goTo(IpEvent.Forwarded.class);

        assertThat(session.askWhy(Subject.station("a", Station.ROUTE_OUT))).isTrue();
        CausesView causes = session.causesProperty().get();
        assertThat(causes.causes().get(0).event()).isNotNegative();
        assertThat(causes.causes().get(causes.causes().size() - 1).line()).contains("default via 10.1.0.1");

        assertThat(session.askWhy(Subject.station("a", Station.APP_RECEIVE))).isFalse();
    }

    @Test
    void aLineThatIsGoneTellsWhoTookItAway() {
        session.run("r", "ip neigh flush dev eth0");
        session.trace("a", "ping -c1 -W1 10.1.0.1");
        session.seek(session.steps().size() - 1);
        String entry = section(session.state("a"), "ip neigh").lines().get(0).text();
        String earlier = entry.replace("REACHABLE", "STALE").replace("DELAY", "STALE");

        session.askWhy(new WhyQuestion(earlier, "ip neigh", earlier + " ", "a"));

        assertThat(session.causesProperty().get().causes()).isNotEmpty();
    }

    private List<TableRow> rows(String host) {
        return session.momentProperty().get().stack().hosts().stream()
                .filter(open -> open.id().equals(host))
                .flatMap(open -> open.tables().stream())
                .filter(table -> table.id().equals("local + main"))
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    @Test
    void aTtlLeadsBackToTheRouterThatLoweredIt() {
        goTo(IpEvent.Forwarded.class);
        FieldView ttl = field("TTL");

        session.askWhy(new WhyQuestion("TTL 63", ttl.key(), ttl.value(), ""));

        CausesView causes = session.causesProperty().get();
        assertThat(causes.causes().get(0).event())
                .isEqualTo(session.steps().get(session.position()).last());
        assertThat(causes.causes().get(causes.causes().size() - 1).line()).contains("ip_default_ttl");
    }

    @Test
    void aSourceLeadsBackToTheLineThatAddedTheAddress() {
        goTo(IpEvent.HeaderBuilt.class);

        session.askWhy(new WhyQuestion("Source 10.1.0.2", "ipv4.source", "10.1.0.2", ""));

        List<CausesView.Cause> causes = session.causesProperty().get().causes();
        assertThat(causes.get(causes.size() - 1).line()).isEqualTo("ip -n a addr add 10.1.0.2/24 dev eth0");
        assertThat(causes.get(causes.size() - 1).badge()).isEqualTo("line 9");
        assertThat(causes).anyMatch(cause -> cause.event() >= 0);
    }

    @Test
    void aDeviceLeadsBackOverTheRouteToItsLine() {
        goTo(IpEvent.HeaderBuilt.class);

        session.askWhy(new WhyQuestion("dev eth0", "dev", "eth0", ""));

        assertThat(session.causesProperty().get().causes())
                .extracting(CausesView.Cause::line)
                .contains("ip -n a route add default via 10.1.0.1");
    }

    @Test
    void aLineOfTheStateLeadsBackToTheStepThatMadeIt() {
        goTo(IpEvent.Forwarded.class);
        StateView.Line entry = section(session.state("a"), "ip neigh").lines().get(0);
        int here = session.position();

        session.askWhy(new WhyQuestion(entry.text(), "ip neigh", entry.text(), "a"));

        CausesView.Cause cause = session.causesProperty().get().causes().get(0);
        session.toEvent(cause.event());
        assertThat(session.position()).isLessThan(here).isPositive();
        assertThat(section(session.state("a"), "ip neigh").changes()).isPositive();
    }

    @Test
    void whatHelpsIsDoneInABranchAndThePingIsAnswered() {
        session.run("r", "sysctl -w net.ipv4.ip_forward=0");
        session.trace("a", "ping -c1 -W1 10.2.0.2");
        session.seek(session.steps()
                .indexOf(session.steps().stream()
                        .filter(StepView::dropped)
                        .findFirst()
                        .orElseThrow()));

        session.explanations().lookForRemedy();
        ChangeView change = session.remedyProperty().get();
        session.adopt(change);

        assertThat(change.host()).isEqualTo("r");
        assertThat(change.command()).isEqualTo("sysctl -w net.ipv4.ip_forward=1");
        assertThat(change.result()).contains("64 bytes from 10.2.0.2");
        assertThat(session.steps()).noneMatch(StepView::dropped).isNotEmpty();
    }

    @Test
    void beforeAndAfterAChangeAreComparedAndTheLineThatDiffersIsNamed() {
        session.run("r", "sysctl -w net.ipv4.ip_forward=0");
        session.trace("a", "ping -c1 -W1 10.2.0.2");
        session.seek(session.steps()
                .indexOf(session.steps().stream()
                        .filter(StepView::dropped)
                        .findFirst()
                        .orElseThrow()));
        session.explanations().lookForRemedy();
        session.adopt(session.remedyProperty().get());

        String branch = session.document().branches().stream()
                .filter(other -> !other.current())
                .map(BranchView::name)
                .reduce((first, second) -> second)
                .orElseThrow();
        ComparisonView comparison = compared(new OtherTrace(OtherTrace.Kind.BRANCH, "", branch));

        assertThat(comparison.first()).isPositive();
        assertThat(comparison.causeLines()).contains("- net.ipv4.ip_forward = 1", "+ net.ipv4.ip_forward = 0");
        assertThat(comparison.cause()).contains("r");
    }

    @Test
    void theSameCommandOnAnotherHostPartsWhereTheHostsDo() {
        ComparisonView comparison = compared(new OtherTrace(OtherTrace.Kind.COMMAND, "b", "ping -c1 -W1 10.2.0.2"));

        assertThat(comparison.isPresent()).isTrue();
        assertThat(comparison.first()).isNotNegative();
        assertThat(session.otherPicture(0).hosts()).anyMatch(host -> host.name().equals("b"));
    }

    @Test
    void whatIsNotKnownIsNotCompared() {
        ComparisonView comparison = compared(new OtherTrace(OtherTrace.Kind.COMMAND, "a", "nmap 10.2.0.2"));

        assertThat(comparison.isPresent()).isFalse();
        assertThat(comparison.refusal().text()).contains("nmap");
    }

    private StateView.Section section(StateView state, String command) {
        return state.sections().stream()
                .filter(section -> section.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    private FieldView field(String name) {
        return session.momentProperty().get().packet().headers().stream()
                .filter(header -> header.label().equals("IP"))
                .flatMap(header -> header.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first step in which an event of a kind happens. */
    private void goTo(Class<? extends TraceEvent> kind) {
        assertThat(session.grainProperty().get()).isEqualTo(Grain.FUNCTION);
        int at = 0;
        while (session.steps().get(at).events().stream().noneMatch(kind::isInstance)) {
            at++;
        }
        session.seek(at);
    }

    private ComparisonView compared(OtherTrace other) {
        List<ComparisonView> came = new ArrayList<>();
        session.compare(other, came::add);
        return came.get(0);
    }
}
