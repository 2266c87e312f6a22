package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.desktop.model.StateView.Section;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;

/** Lists what the kernel of a host holds, by the commands that list it, and compares two moments. */
final class HostStates {
    private static final List<Part> PARTS = List.of(
            new Part("state.addresses", "ip addr"),
            new Part("state.rules", "ip rule"),
            new Part("state.tables", "ip route show table all"),
            new Part("state.rules-ipv6", "ip -6 rule"),
            new Part("state.tables-ipv6", "ip -6 route show table all"),
            new Part("state.neighbours", "ip neigh"),
            new Part("state.sockets", "ss -tuan"),
            new Part("state.netfilter", "iptables -S"),
            new Part("state.netfilter-ipv6", "ip6tables -S"),
            new Part("state.conntrack", "conntrack -L"),
            new Part("state.ipvs", "ipvsadm -S -n"),
            new Part("state.fdb", "bridge fdb"),
            new Part("state.links", "ip -s link"),
            new Part(
                    "state.sysctls",
                    "sysctl net.ipv4.ip_forward net.ipv4.conf.all.rp_filter net.ipv4.conf.default.rp_filter"
                            + " net.ipv4.conf.all.route_localnet net.ipv4.conf.all.accept_local"
                            + " net.ipv4.conf.all.arp_ignore net.ipv4.conf.all.arp_announce net.ipv4.ip_default_ttl"),
            new Part("state.counters", "cat /proc/net/snmp"));

    private final Shell shell;

    /** A part of the state: the message that names it, and the command that lists it. */
    private record Part(String key, String command) {}

    HostStates(Shell shell) {
        this.shell = shell;
    }

    /** What a host holds in a world, against what it held in another. */
    List<Section> sections(World before, World now, HostId host) {
        var sections = new ArrayList<Section>();
        for (Part part : PARTS) {
            boolean wanted = !part.key().endsWith("-ipv6") || usesIpv6(before, host) || usesIpv6(now, host);
            if (!wanted || shell.objection(host, part.command()).isPresent()) {
                continue;
            }
            List<String> lines = lines(now, host, part.command());
            List<String> earlier = before == now ? lines : lines(before, host, part.command());
            if (!lines.isEmpty() || !earlier.isEmpty()) {
                sections.add(new Section(part.key(), part.command(), LineDifference.of(earlier, lines)));
            }
        }
        return sections;
    }

    /** The question about a line of configuration as the reason of a step quotes it, if the host holds it in that world. */
    Optional<WhyQuestion> question(World world, HostId host, String quoted) {
        for (Part part : PARTS) {
            boolean asked = shell.objection(host, part.command()).isEmpty();
            for (String line : asked ? lines(world, host, part.command()) : List.<String>of()) {
                if (bare(line).equals(bare(quoted))) {
                    return Optional.of(new WhyQuestion(quoted, part.command(), line, host.name()));
                }
            }
        }
        return Optional.empty();
    }

    /** A line without its spacing, and a route without its table, which only some lists name. */
    private static String bare(String line) {
        return line.replaceAll("\\s+", " ").replaceAll(" table \\S+", "").strip();
    }

    /** Whether somebody has given a host anything of IPv6; what every device has by itself tells nothing. */
    private static boolean usesIpv6(World world, HostId id) {
        return world.machine()
                .find(id)
                .filter(host -> host.ipv6().routing().customRules()
                        || !host.netfilter().ipv6().tables().isEmpty()
                        || host.ipv6().addresses().all().stream()
                                .flatMap(device -> device.addresses().stream())
                                .anyMatch(address -> address.scope() == Ipv6Scope.GLOBAL))
                .isPresent();
    }

    /** What a command of a part lists in a world. */
    List<String> lines(World world, HostId host, String command) {
        if (world.machine().find(host).isEmpty()) {
            return List.of();
        }
        List<String> printed = shell.execute(world, host, command, snapshot -> {})
                .result()
                .stdout()
                .lines()
                .map(String::stripTrailing)
                .toList();
        return command.endsWith("snmp")
                ? counted(printed)
                : printed.size() == 1 && title(printed.get(0)) ? List.of() : printed;
    }

    /** A table of which only the head is printed is empty. */
    private static boolean title(String line) {
        return line.startsWith("Netid ");
    }

    /** Names and numbers of {@code /proc/net/snmp} stand in two lines; here each that has counted gets its own. */
    private static List<String> counted(List<String> printed) {
        var counters = new ArrayList<String>();
        for (int i = 0; i + 1 < printed.size(); i += 2) {
            String[] names = printed.get(i).split(" ");
            String[] values = printed.get(i + 1).split(" ");
            for (int k = 1; k < Math.min(names.length, values.length); k++) {
                boolean setting = names[k].matches("Forwarding|DefaultTTL|Rto.*|MaxConn");
                if (!values[k].equals("0") && !setting) {
                    counters.add(names[0] + " " + names[k] + " " + values[k]);
                }
            }
        }
        return counters;
    }
}
