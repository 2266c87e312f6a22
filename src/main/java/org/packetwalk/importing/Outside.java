package org.packetwalk.importing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.CollectedNamespace.Subject;

/**
 * The network outside, one namespace for all of it: it answers for everyone, so that a packet which leaves the host comes back. All
 * addresses are its own (a {@code local} route for every destination) but for those of the host, which it reaches over their cables;
 * each of its cards has the addresses of the gateways there, and the hardware address of the one that the host knows.
 */
final class Outside {

    private static final Pattern ADDRESS = Pattern.compile("inet ([\\d.]+)/\\d+.*");
    private static final Pattern GATEWAY = Pattern.compile(".*\\bvia ([\\d.]+) dev (\\S+).*");
    private static final Pattern ENTRY = Pattern.compile("(\\S+) dev (\\S+) lladdr (\\S+) .*");
    private static final CollectedLine MADE_UP = new CollectedLine(0, "");

    private final LabBuilder lab;
    private final String host;

    /** The namespace of a name. */
    Outside(LabBuilder lab, String host) {
        this.lab = lab;
        this.host = host;
    }

    /** Makes it; IPv6 is left out there. */
    void make() {
        lab.run(MADE_UP, "ip netns add " + host);
        lab.run(MADE_UP, "ip netns exec " + host + " sysctl -qw net.ipv6.conf.all.disable_ipv6=1");
    }

    /** Gives the far end of a card's cable what it needs to answer. */
    void join(CollectedDevice card, String farEnd, CollectedNamespace said) {
        List<String> gateways = gateways(card, said);
        hardwareAddress(gateways, card, said)
                .ifPresent(mac -> lab.run(MADE_UP, "ip -n " + host + " link set " + farEnd + " address " + mac));
        gateways.forEach(gateway -> lab.run(MADE_UP, "ip -n " + host + " addr add " + gateway + "/32 dev " + farEnd));
        if (card.has("UP") && !card.has("NO-CARRIER")) {
            lab.run(MADE_UP, "ip -n " + host + " link set " + farEnd + " up");
        }
    }

    /** Lets the outside reach a card, which is up by now. */
    void reach(CollectedDevice card, String farEnd) {
        if (!card.has("UP") || card.has("NO-CARRIER") || card.hardwareAddress().isEmpty()) {
            return;
        }
        for (CollectedLine line : card.addresses()) {
            Matcher address = ADDRESS.matcher(line.text());
            if (address.matches()) {
                String one = address.group(1);
                lab.run(MADE_UP, "ip -n " + host + " route replace " + one + " dev " + farEnd + " table local");
                lab.run(
                        MADE_UP,
                        "ip -n " + host + " neigh replace " + one + " lladdr " + card.hardwareAddress() + " dev "
                                + farEnd + " nud permanent");
            }
        }
    }

    /** All other addresses are its own. */
    void answerForEveryone() {
        lab.run(MADE_UP, "ip -n " + host + " link set lo up");
        lab.run(MADE_UP, "ip -n " + host + " route add local default dev lo");
    }

    /** The gateways behind a card, each once. */
    private static List<String> gateways(CollectedDevice card, CollectedNamespace said) {
        return said.about(Subject.ROUTE).stream()
                .map(route -> GATEWAY.matcher(route.text()))
                .filter(Matcher::matches)
                .filter(route -> route.group(2).equals(card.name()))
                .map(route -> route.group(1))
                .distinct()
                .toList();
    }

    /** The hardware address of the first of these gateways whose entry has one. */
    private static Optional<String> hardwareAddress(
            List<String> gateways, CollectedDevice card, CollectedNamespace said) {
        return said.about(Subject.NEIGHBOR).stream()
                .map(entry -> ENTRY.matcher(entry.text()))
                .filter(Matcher::matches)
                .filter(entry -> entry.group(2).equals(card.name()) && gateways.contains(entry.group(1)))
                .map(entry -> entry.group(3))
                .findFirst();
    }
}
