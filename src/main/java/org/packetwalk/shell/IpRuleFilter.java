package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Prefix;

/**
 * Which rules {@code ip rule show} prints.
 *
 * @param priority the priority, -1 for all
 * @param from the source prefix, /0 for all
 * @param to the destination prefix, /0 for all
 * @param tables one table, or none for all
 * @param input the interface packets come in by, empty for all
 * @param output the interface flows are bound to, empty for all
 * @param protocols one origin, or none for all
 */
record IpRuleFilter(
        long priority,
        IpPrefix from,
        IpPrefix to,
        List<TableId> tables,
        String input,
        String output,
        List<RouteProtocol> protocols) {

    private static final String KNOWN = "from, to, preference, iif, oif, table, protocol";

    static IpRuleFilter parse(Words words, boolean ipv6) {
        long priority = -1;
        IpPrefix from = Ipv4Prefix.DEFAULT;
        IpPrefix to = Ipv4Prefix.DEFAULT;
        List<TableId> tables = List.of();
        String input = "";
        String output = "";
        List<RouteProtocol> protocols = List.of();
        while (words.hasNext()) {
            String word = words.next();
            if (Words.matches(word, "preference") || Words.matches(word, "order") || Words.matches(word, "priority")) {
                priority = words.unsigned32("preference value is invalid");
            } else if (word.equals("from")) {
                from = ipv6
                        ? words.ipv6Prefix(true).prefix()
                        : words.prefix(false).prefix();
            } else if (word.equals("to")) {
                to = ipv6
                        ? words.ipv6Prefix(true).prefix()
                        : words.prefix(false).prefix();
            } else if (word.equals("dev") || word.equals("iif")) {
                input = words.next();
            } else if (word.equals("oif")) {
                output = words.next();
            } else if (Words.matches(word, "lookup") || Words.matches(word, "table")) {
                String name = words.next();
                tables = name.equals("all")
                        ? List.of()
                        : List.of(TableId.parse(name).orElseThrow(() -> Words.wrong(name, "invalid table ID")));
            } else if (Words.matches(word, "protocol")) {
                String name = words.next();
                protocols =
                        List.of(RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "invalid \"protocol\"")));
            } else {
                throw Words.notSimulated("ip rule show", word, KNOWN);
            }
        }
        return new IpRuleFilter(priority, from, to, tables, input, output, protocols);
    }

    boolean shows(RoutingRule rule) {
        return (priority < 0 || priority == rule.priority())
                && (from.length() == 0 || from.equals(rule.from()))
                && (to.length() == 0 || to.equals(rule.to()))
                && (tables.isEmpty() || tables.contains(rule.table()))
                && (input.isEmpty() || input.equals(rule.inputInterface()))
                && (output.isEmpty() || output.equals(rule.outputInterface()))
                && (protocols.isEmpty() || protocols.contains(rule.origin()));
    }
}
