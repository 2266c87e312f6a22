package org.packetwalk.random;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of printed text what two runs of one kernel do not share: times, ids, states that pass by themselves. */
final class Mask {

    /** Commands that print a hash table in its order, which is by chance. */
    private static final Pattern HASHED = Pattern.compile(" neigh|/proc/net/arp|arp -n|ss -|netstat -|bridge fdb");

    /** Counters of TCP that depend on which of two programs runs first. */
    private static final Set<String> BY_CHANCE = Set.of("TCPAutoCorking", "TCPPureAcks", "TCPHPAcks", "TCPHPHits", "TCPRcvCoalesce", "TCPBacklogCoalesce");

    private Mask() {}

    private static String sorted(String text) {
        return text.lines().sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    /** The objects of a list of JSON, a line each. */
    private static String rows(String json) {
        return json.replace("[{", "{").replace("}]", "}").replace("},{", "}\n{");
    }

    /** Text of {@code tcpdump} without what chance decides: ports, sequence numbers, timestamps, windows. */
    private static String segments(String text) {
        return text.replaceAll("\\.(3[2-9]\\d{3}|[4-6]\\d{4})\\b", ".<port>")
                .replaceAll("(seq|ack) \\d{5,}", "$1 <n>")
                .replaceAll("TS val \\d+ ecr \\d+", "TS")
                .replaceAll("win \\d+", "win");
    }

    /** Connections without ports and ids the kernel chose; times that run are rounded up to minutes, longer than a lab. */
    private static String connections(String text) {
        StringBuilder masked = new StringBuilder();
        Pattern time = Pattern.compile("^(\\S+ +\\d+) (\\d+) ");
        for (String line : text.split("\n")) {
            java.util.regex.Matcher found = time.matcher(line);
            String rounded = line;
            if (found.find()) {
                rounded = found.group(1) + " " + (Integer.parseInt(found.group(2)) + 59) / 60 + "min " + line.substring(found.end());
            }
            masked.append(rounded.replaceAll("port=(3[2-9]\\d{3}|[4-6]\\d{4})\\b", "port=<port>").replaceAll("\\bid=\\d+", "id=<id>")).append('\n');
        }
        return masked.toString();
    }

    /** The counters that counted. */
    private static String nonZero(String text) {
        List<String> lines = text.lines().toList();
        StringBuilder counted = new StringBuilder();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] names = lines.get(i).split(" ");
            String[] values = lines.get(i + 1).split(" ");
            for (int j = 1; j < Math.min(names.length, values.length); j++) {
                if (!values[j].equals("0") && !BY_CHANCE.contains(names[j])) {
                    counted.append(names[0]).append(names[j]).append('=').append(values[j]).append('\n');
                }
            }
        }
        return counted + text.lines().filter(line -> line.startsWith("=>")).findFirst().orElse("");
    }

    static String of(String line, String text) {
        String masked = text.replaceAll("time[= ][0-9.]+ ?ms", "<time>")
                .replaceAll("rtt min[^=]*= [0-9./]+ ms", "<rtt>")
                .replaceAll("[0-9.]+ ms", "<time>")
                .replaceAll("\\b(REACHABLE|STALE|DELAY|PROBE)\\b", "VALID")
                .replaceAll("(_timer|\"[a-z]+_timer\":) +[0-9.]+", "$1 <t>")
                .replaceAll("expires -?\\d+sec", "expires <t>sec")
                .replaceAll("\"expires\":\\d+", "\"expires\":<t>");
        if (line.contains("tcpdump")) {
            return segments(masked);
        }
        if (line.contains("/proc/net/snmp6")) {
            // Reports of group membership come at random moments.
            return masked.replaceAll("(?m)^(Icmp6OutMLDv2|Icmp6OutType143|Icmp6(In|Out)Msgs|Ip6InNoRoutes|Ip6\\S*(Requests|Octets|Pkts|Transmits|Receives|Delivers|Discards)).*\n", "");
        }
        if (line.contains("/proc/net/netstat")) {
            return nonZero(masked);
        }
        if (line.contains("conntrack -")) {
            return sorted(connections(masked));
        }
        if (line.contains("tables-save")) {
            return masked.replaceAll("(?m)^(# (Generated|Completed).*?)( on .*)?$", "$1");
        }
        if (line.contains("/proc/net/snmp")) {
            return masked.replaceAll(line.contains("-n1000") ? "(?m)^(UdpLite|IcmpMsg):.*\n" : "(?m)^(Tcp|UdpLite|IcmpMsg):.*\n", "");
        }
        if (line.contains("ss -ta")) {
            return sorted(segments(masked.replaceAll(":(3[2-9]\\d{3}|[4-6]\\d{4})\\b", ":<port>").replaceAll(" +", " ")));
        }
        return HASHED.matcher(line).find() ? sorted(line.contains(" -j") ? rows(masked) : masked) : masked;
    }
}
