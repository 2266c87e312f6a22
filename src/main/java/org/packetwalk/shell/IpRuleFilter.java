package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.packetwalk.kernel.route.NumberRange;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.IpPrefix;

/**
 * Which rules {@code ip rule show} and {@code ip rule flush} are about ({@code iprule_list_flush_or_save}).
 *
 * @param conditions what the rules have to fulfil
 * @param protocols one origin, or none for all: only {@code flush} looks at it
 */
record IpRuleFilter(List<Predicate<RoutingRule>> conditions, List<RouteProtocol> protocols) {

    IpRuleFilter {
        conditions = List.copyOf(conditions);
        protocols = List.copyOf(protocols);
    }

    static IpRuleFilter parse(Words words, boolean ipv6) {
        words.knowFamily(ipv6);
        Reader reader = new Reader(ipv6);
        while (words.hasNext()) {
            reader.word(words.next(), words);
        }
        return new IpRuleFilter(reader.conditions, reader.protocols);
    }

    /** Whether a rule is printed. */
    boolean shows(RoutingRule rule) {
        return conditions.stream().allMatch(condition -> condition.test(rule));
    }

    /** Whether a rule is deleted. */
    boolean flushes(RoutingRule rule) {
        return shows(rule) && (protocols.isEmpty() || protocols.contains(rule.origin()));
    }

    private static final class Reader {

        private final boolean ipv6;
        private final List<Predicate<RoutingRule>> conditions = new ArrayList<>();
        private List<RouteProtocol> protocols = List.of();

        private Reader(boolean ipv6) {
            this.ipv6 = ipv6;
        }

        private void word(String word, Words words) {
            if (Words.matches(word, "preference") || Words.matches(word, "order") || Words.matches(word, "priority")) {
                long priority = words.unsigned32("preference value is invalid");
                conditions.add(rule -> rule.priority() == priority);
            } else if (word.equals("not")) {
                conditions.add(RoutingRule::inverted);
            } else if (word.equals("tos") || Words.matches(word, "dsfield")) {
                String name = words.next();
                int tos = TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "TOS value is invalid"));
                conditions.add(rule -> rule.tos() == tos);
            } else if (word.equals("fwmark")) {
                mark(words.next());
            } else if (word.equals("dev") || word.equals("iif")) {
                String device = words.next();
                conditions.add(rule -> rule.inputInterface().equals(device));
            } else if (word.equals("oif")) {
                String device = words.next();
                conditions.add(rule -> rule.outputInterface().equals(device));
            } else if (word.equals("l3mdev")) {
                conditions.add(RoutingRule::vrf);
            } else if (word.equals("uidrange")) {
                NumberRange users = IpRuleParser.users(words.next());
                conditions.add(rule -> rule.users().equals(users));
            } else if (word.equals("tun_id")) {
                long id = words.unsigned32("\"tun_id\" value is invalid");
                conditions.add(rule -> rule.tunnelId() == id);
            } else if (Words.matches(word, "lookup") || Words.matches(word, "table")) {
                table(words.next());
            } else if (Words.matches(word, "protocol")) {
                protocol(words.next());
            } else if (word.equals("ipproto")) {
                String name = words.next();
                int protocol =
                        TransportNames.number(name).orElseThrow(() -> Words.wrong(name, "Invalid \"ipproto\" value"));
                conditions.add(rule -> rule.protocol() == protocol);
            } else if (word.equals("sport")) {
                NumberRange ports = IpRuleParser.ports(words.next(), "port");
                conditions.add(rule -> rule.sourcePorts().equals(ports));
            } else if (word.equals("dport")) {
                NumberRange ports = IpRuleParser.ports(words.next(), "dport");
                conditions.add(rule -> rule.destinationPorts().equals(ports));
            } else if (word.equals("from")) {
                IpPrefix from = prefix(words);
                conditions.add(rule -> within(from, rule.from()));
            } else {
                if (!word.equals("to") && !Words.matches(word, "dst")) {
                    words.back();
                }
                IpPrefix to = prefix(words);
                conditions.add(rule -> within(to, rule.to()));
            }
        }

        /** The prefix of a rule begins as the one asked for does ({@code inet_addr_match_rta}). */
        private static boolean within(IpPrefix asked, IpPrefix there) {
            return asked.length() == 0 || there.length() != 0 && asked.covers(there.network());
        }

        private IpPrefix prefix(Words words) {
            return ipv6 ? words.ipv6Prefix().prefix() : words.prefix().prefix();
        }

        private void mark(String word) {
            int slash = word.indexOf('/');
            long mark = Words.number(slash < 0 ? word : word.substring(0, slash));
            long mask = slash < 0 ? 0 : Words.number(word.substring(slash + 1));
            if (mark < 0 || mark > 0xffffffffL) {
                throw Words.wrong(word, "fwmark value is invalid");
            }
            if (mask < 0 || mask > 0xffffffffL) {
                throw Words.wrong(word.substring(slash + 1), "fwmask value is invalid");
            }
            if (mark != 0) {
                conditions.add(rule -> rule.mark() == (int) mark);
            }
            if (mask != 0) {
                conditions.add(rule -> rule.markMask() == (int) mask);
            }
        }

        private void table(String name) {
            if (!name.equals("all")) {
                TableId table = TableId.parse(name).orElseThrow(() -> Words.wrong(name, "table id value is invalid"));
                conditions.add(rule -> rule.table().equals(table));
            }
        }

        private void protocol(String name) {
            protocols = name.equals("all")
                    ? List.of()
                    : List.of(RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "invalid \"protocol\"")));
        }
    }
}
