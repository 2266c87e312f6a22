package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.route.NumberRange;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip rule show} prints ({@code print_rule}). */
final class IpRulePrinter {

    /** The rules of IPv6, of which there is nothing more as yet. */
    private final NetNamespace ns;

    private final IpOptions options;

    IpRulePrinter(NetNamespace ns, IpOptions options) {
        this.ns = ns;
        this.options = options;
    }

    CommandResult print(IpRuleFilter filter) {
        List<RoutingRule> all =
                options.ipv6() ? ns.ipv6().routing().rules() : ns.routing().rules();
        List<RoutingRule> rules = all.stream().filter(filter::shows).toList();
        if (options.json()) {
            List<Object> rows = new ArrayList<>();
            rules.forEach(rule -> rows.add(row(rule)));
            return CommandResult.printed(options.document(rows));
        }
        StringBuilder out = new StringBuilder();
        rules.forEach(rule -> text(out, rule));
        return CommandResult.printed(out.toString());
    }

    private void text(StringBuilder out, RoutingRule rule) {
        out.append(rule.priority()).append(":\t");
        if (rule.inverted()) {
            out.append("not ");
        }
        out.append("from ").append(prefix(rule.from()));
        if (rule.to().length() != 0) {
            out.append(" to ").append(prefix(rule.to()));
        }
        if (rule.tos() != 0) {
            out.append(" tos ").append(TypeOfService.word(rule.tos()));
        }
        if (rule.markMask() != 0) {
            out.append(" fwmark 0x").append(Integer.toHexString(rule.mark()));
            if (rule.markMask() != -1) {
                out.append("/0x").append(Integer.toHexString(rule.markMask()));
            }
        }
        device(out, "iif", rule.inputInterface());
        device(out, "oif", rule.outputInterface());
        if (rule.users().isGiven()) {
            out.append(" uidrange ")
                    .append(rule.users().first())
                    .append('-')
                    .append(rule.users().last());
        }
        if (rule.tunnelId() != 0) {
            out.append(" tun_id ").append(Long.toUnsignedString(rule.tunnelId()));
        }
        if (rule.protocol() != 0) {
            out.append(" ipproto ").append(protocol(rule.protocol()));
        }
        ports(out, "sport", rule.sourcePorts());
        ports(out, "dport", rule.destinationPorts());
        action(out, rule);
        if (rule.realms() != 0) {
            out.append(" realms ").append(RouteRealms.word(rule.realms()));
        }
        if (options.details() || rule.origin().number() != 0 && !rule.origin().equals(RouteProtocol.KERNEL)) {
            out.append(" proto ").append(origin(rule));
        }
        out.append('\n');
    }

    private void device(StringBuilder out, String key, String name) {
        if (!name.isEmpty()) {
            out.append(' ').append(key).append(' ').append(name);
            if (detached(name)) {
                out.append(" [detached]");
            }
        }
    }

    private boolean detached(String name) {
        return ns.devices().find(name).isEmpty();
    }

    private static void ports(StringBuilder out, String key, NumberRange range) {
        if (range.isGiven()) {
            out.append(' ').append(key).append(' ').append(range);
        }
    }

    private void action(StringBuilder out, RoutingRule rule) {
        if (rule.vrf()) {
            out.append(" lookup [l3mdev-table]");
        }
        switch (rule.action()) {
            case LOOKUP -> {
                if (!rule.vrf()) {
                    out.append(" lookup ").append(table(rule));
                }
                if (rule.suppressPrefixLength() >= 0) {
                    out.append(" suppress_prefixlength ").append(rule.suppressPrefixLength());
                }
                if (rule.suppressInterfaceGroup() >= 0) {
                    out.append(" suppress_ifgroup ").append(group(rule));
                }
            }
            case GOTO -> {
                out.append(" goto ").append(rule.target());
                if (target(rule).isEmpty()) {
                    out.append(" [unresolved]");
                }
            }
            case NOP -> out.append(" nop");
            case BLACKHOLE, UNREACHABLE, PROHIBIT -> out.append(' ').append(word(rule.action()));
        }
    }

    private Optional<RoutingRule> target(RoutingRule rule) {
        return options.ipv6() ? ns.ipv6().routing().target(rule) : ns.routing().target(rule);
    }

    private String word(RuleAction action) {
        if (!options.numeric()) {
            return action.name().toLowerCase(Locale.ROOT);
        }
        return action == RuleAction.BLACKHOLE ? "6" : action == RuleAction.UNREACHABLE ? "7" : "8";
    }

    private Map<String, Object> row(RoutingRule rule) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("priority", rule.priority());
        if (rule.inverted()) {
            row.put("not", Json.NULL);
        }
        prefixRow(row, "src", "srclen", rule.from(), true);
        prefixRow(row, "dst", "dstlen", rule.to(), false);
        if (rule.tos() != 0) {
            row.put("tos", TypeOfService.word(rule.tos()));
        }
        if (rule.markMask() != 0) {
            row.put("fwmark", "0x" + Integer.toHexString(rule.mark()));
            if (rule.markMask() != -1) {
                row.put("fwmask", "0x" + Integer.toHexString(rule.markMask()));
            }
        }
        deviceRow(row, "iif", rule.inputInterface());
        deviceRow(row, "oif", rule.outputInterface());
        if (rule.users().isGiven()) {
            row.put("uid_start", rule.users().first());
            row.put("uid_end", rule.users().last());
        }
        if (rule.tunnelId() != 0) {
            row.put("tun_id", rule.tunnelId());
        }
        if (rule.protocol() != 0) {
            row.put("ipproto", protocol(rule.protocol()));
        }
        portsRow(row, "sport", rule.sourcePorts());
        portsRow(row, "dport", rule.destinationPorts());
        if (rule.vrf()) {
            row.put("l3mdev", Json.NULL);
        }
        actionRow(row, rule);
        if (rule.realms() != 0) {
            RouteRealms.row(row, rule.realms());
        }
        if (options.details() || rule.origin().number() != 0 && !rule.origin().equals(RouteProtocol.KERNEL)) {
            row.put("protocol", origin(rule));
        }
        return row;
    }

    private static void prefixRow(
            Map<String, Object> row, String key, String lengthKey, IpPrefix prefix, boolean always) {
        if (prefix.length() == 0) {
            if (always) {
                row.put(key, "all");
            }
            return;
        }
        row.put(key, prefix.address().toString());
        if (!single(prefix)) {
            row.put(lengthKey, prefix.length());
        }
    }

    private void deviceRow(Map<String, Object> row, String key, String name) {
        if (!name.isEmpty()) {
            row.put(key, name);
            if (detached(name)) {
                row.put(key + "_detached", Json.NULL);
            }
        }
    }

    private static void portsRow(Map<String, Object> row, String key, NumberRange range) {
        if (!range.isGiven()) {
            return;
        }
        if (range.first() == range.last()) {
            row.put(key, range.first());
        } else {
            row.put(key + "_start", range.first());
            row.put(key + "_end", range.last());
        }
    }

    private void actionRow(Map<String, Object> row, RoutingRule rule) {
        switch (rule.action()) {
            case LOOKUP -> {
                if (!rule.vrf()) {
                    row.put("table", table(rule));
                }
                if (rule.suppressPrefixLength() >= 0) {
                    row.put("suppress_prefixlen", rule.suppressPrefixLength());
                }
                if (rule.suppressInterfaceGroup() >= 0) {
                    row.put("suppress_ifgroup", group(rule));
                }
            }
            case GOTO -> {
                row.put("goto", rule.target());
                if (target(rule).isEmpty()) {
                    row.put("unresolved", Json.NULL);
                }
            }
            case NOP -> row.put("nop", Json.NULL);
            case BLACKHOLE, UNREACHABLE, PROHIBIT -> row.put("action", word(rule.action()));
        }
    }

    private static boolean single(IpPrefix prefix) {
        return prefix.length() == (prefix instanceof Ipv4Prefix ? 32 : 128);
    }

    private static String prefix(IpPrefix prefix) {
        if (prefix.length() == 0) {
            return "all";
        }
        return single(prefix) ? prefix.network().toString() : prefix.toString();
    }

    private String table(RoutingRule rule) {
        return options.numeric()
                ? Long.toString(rule.table().number())
                : rule.table().word();
    }

    private static String group(RoutingRule rule) {
        return rule.suppressInterfaceGroup() == 0 ? "default" : Long.toString(rule.suppressInterfaceGroup());
    }

    private String protocol(int number) {
        return options.numeric() ? "ipproto-" + number : TransportNames.word(number);
    }

    private String origin(RoutingRule rule) {
        return options.numeric()
                ? Integer.toString(rule.origin().number())
                : rule.origin().word();
    }
}
