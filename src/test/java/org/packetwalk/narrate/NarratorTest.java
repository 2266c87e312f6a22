package org.packetwalk.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.testing.Hosts;
import org.packetwalk.testing.Walks;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** What is said about real walks: the facts of the kernel, in words. */
class NarratorTest {

    private final Speaker english = new Speaker(Messages.of(Locale.ENGLISH));

    @Test
    void theOwnAddressOfAnInterfaceLeavesByLo() {
        Account account = first(Walks.ping(Hosts.cabled("a", "b").world(), "a", "-c1", "10.0.0.1"), Routed.SEND);

        assertThat(english.text(account.headline()))
                .isEqualTo("10.0.0.1 is this host’s own address. The packet will leave by lo, not eth0.");
        assertThat(sentences(account))
                .contains("The type is local, so the kernel sets the device to lo, whatever dev says.");
        assertThat(lines(account)).contains("local 10.0.0.1 dev eth0 proto kernel scope host src 10.0.0.1");
        assertThat(english.text(account.otherwise()))
                .isEqualTo("Without this entry, table main would answer with"
                        + " 10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1.");
        assertThat(account.checks()).containsExactly("ip route get 10.0.0.1");
        assertThat(account.source()).isEqualTo(new Source("ip_route_output_key_hash_rcu", "net/ipv4/route.c"));
    }

    @Test
    void aHostWithoutRulesSaysThatOneSearchCoversBothTables() {
        Account account = first(Walks.loopbackPing("127.0.0.1"), Routed.SEND);

        assertThat(sentences(account).get(0)).contains("local and main are one trie");
        assertThat(lines(account)).doesNotContain("0: from all lookup local");
    }

    @Test
    void aHostThatHadARuleShowsEachRuleAskedWithItsSelectorCrossed() {
        Hosts separate = Hosts.cabled("a", "b").rule("a", Hosts.unreachable("8.8.8.0/24"));

        Account account = first(Walks.ping(separate.world(), "a", "-c1", "-W1", "10.0.0.2"), Routed.SEND);

        assertThat(sentences(account).get(0)).contains("separate tables");
        assertThat(lines(account))
                .containsSubsequence(
                        "0: from all lookup local",
                        "100: from all to 8.8.8.0/24 unreachable",
                        "32766: from all lookup main",
                        "10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1");
        assertThat(account.evidence())
                .filteredOn(evidence -> english.text(evidence.sentence()).startsWith("to 8.8.8.0/24"))
                .extracting(Evidence::mark)
                .containsExactly(Mark.FAILS);
    }

    @Test
    void withoutARouteTheTablesAreNamedAndAChangeIsOffered() {
        Account account = first(Walks.ping(Hosts.cabled("a", "b").world(), "a", "-c1", "8.8.8.8"), Routed.ANY);

        assertThat(english.text(account.headline())).isEqualTo("No table has an entry for 8.8.8.8.");
        assertThat(account.headline().tone()).isEqualTo(Tone.REFUSED);
        assertThat(english.text(account.otherwise())).isEqualTo("Add a route to 8.8.8.8, or a default route.");
    }

    @Test
    void aRouteThatForbidsIsQuoted() {
        Hosts forbidding = Hosts.cabled("a", "b").rejecting("a", RouteType.PROHIBIT, "10.9.0.0/16");

        Account account = first(Walks.ping(forbidding.world(), "a", "-c1", "10.9.8.7"), Routed.ANY);

        assertThat(english.text(account.headline())).isEqualTo("A prohibit route forbids what goes to 10.9.8.7.");
        assertThat(lines(account)).contains("prohibit 10.9.0.0/16");
    }

    @Test
    void aNeighbourThatDoesNotAnswerDropsThePacket() {
        Trace trace = Walks.ping(Hosts.cabled("a", "b").world(), "a", "-c1", "-W4", "10.0.0.9");

        Account account = first(trace, event -> event instanceof PacketEvent.Dropped);

        assertThat(account.headline().tone()).isEqualTo(Tone.DROPPED);
        assertThat(english.text(account.headline()))
                .isEqualTo("The neighbour has not answered. The packet has waited in vain.");
        assertThat(lines(account)).contains("kfree_skb reason: NEIGH_FAILED location: neigh_invalidate");
    }

    @Test
    void theReplyThatPingRcvFreesIsNoLoss() {
        Account account = first(Walks.loopbackPing("127.0.0.1"), event -> event instanceof PacketEvent.Dropped);

        assertThat(account.headline().tone()).isEqualTo(Tone.PLAIN);
        assertThat(english.text(account.headline())).contains("Nothing is lost.");
    }

    private Account first(Trace trace, Predicate<TraceEvent> wanted) {
        return trace.events().stream()
                .filter(wanted)
                .findFirst()
                .map(new Narrator()::tell)
                .orElseThrow();
    }

    private List<String> sentences(Account account) {
        return account.evidence().stream()
                .map(evidence -> english.text(evidence.sentence()))
                .toList();
    }

    private static List<String> lines(Account account) {
        List<String> lines = new ArrayList<>();
        account.evidence().forEach(evidence -> lines.addAll(evidence.lines()));
        return lines;
    }

    /** Which route decision is meant. */
    private enum Routed implements Predicate<TraceEvent> {
        /** Any. */
        ANY,
        /** That of a packet that is there already. */
        SEND;

        @Override
        public boolean test(TraceEvent event) {
            return event instanceof RouteEvent.Routed
                    && (this == ANY || event.head().packet().number() > 0);
        }
    }
}
