package org.packetwalk.shell;

import java.util.List;
import java.util.function.Supplier;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.NumberRange;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route.RuleSelector;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.net.LoosePrefix;
import org.packetwalk.netlink.RuleRequest;
import org.packetwalk.stack.NetNamespace;

/** {@code ip rule} ({@code ip/iprule.c}). */
final class IpRuleParser {

    private static final List<String> SUBCOMMANDS =
            List.of("list", "lst", "show", "save", "restore", "add", "delete", "flush", "help");

    private static final String KNOWN = "not, from, to, preference, tos, fwmark, iif, oif, uidrange, ipproto, sport,"
            + " dport, lookup, suppress_prefixlength, suppress_ifgroup, realms, tun_id, l3mdev, protocol, goto, nop, blackhole, unreachable,"
            + " prohibit";

    private final Place place;
    private final IpOptions options;
    private boolean priorityGiven;
    private boolean actionGiven;

    IpRuleParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "rule", "show", SUBCOMMANDS);
        return switch (subcommand) {
            case "show", "list", "lst" -> show(words);
            case "add" -> modify(words, true);
            case "delete" -> modify(words, false);
            case "flush" -> flush(words);
            case "help" -> throw IpUsage.refusal(IpUsage.RULE);
            default -> throw Words.notSimulated("ip rule", subcommand, "add, del, flush, show");
        };
    }

    private Command show(Words words) {
        IpRuleFilter filter = IpRuleFilter.parse(words, options.ipv6());
        return new Command.Run(
                place.host(),
                "ip rule show",
                (computer, stdin) -> new IpRulePrinter(computer.machine().host(place.host()), options).print(filter));
    }

    private Command flush(Words words) {
        IpRuleFilter filter = IpRuleFilter.parse(words, options.ipv6());
        return new Command.Run(place.host(), "ip rule flush", (computer, stdin) -> {
            for (RoutingRule rule : rules(computer)) {
                if (rule.priority() != 0 && filter.flushes(rule)) {
                    ResultOrErrno<?> answer = computer.configure(
                            place.host(), new RuleRequest.Delete(new RuleSelector(rule, true, true)));
                    if (answer instanceof ResultOrErrno.Refused<?>) {
                        return Rtnetlink.answer(answer);
                    }
                }
            }
            return CommandResult.SILENT;
        });
    }

    private List<RoutingRule> rules(Computer computer) {
        NetNamespace ns = computer.machine().host(place.host());
        return options.ipv6() ? ns.ipv6().routing().rules() : ns.routing().rules();
    }

    /** {@code iprule_modify}. */
    private Command modify(Words words, boolean add) {
        if (!words.hasNext()) {
            throw new Refusal(1, "\"ip rule " + (add ? "add" : "del") + "\" requires arguments.");
        }
        RoutingRule.Builder rule = RoutingRule.of(0, RuleAction.LOOKUP).toBuilder()
                .origin(RouteProtocol.UNSPECIFIED)
                .table(new TableId(0));
        if (options.ipv6()) {
            rule.from(Ipv6Prefix.DEFAULT);
            rule.to(Ipv6Prefix.DEFAULT);
        }
        boolean tableGiven = false;
        while (words.hasNext()) {
            tableGiven |= word(words.next(), words, rule);
        }
        RoutingRule typed = rule.build();
        if (typed.vrf() && tableGiven) {
            throw new Refusal(Errno.EINVAL.number(), "table can not be specified for l3mdev rules");
        }
        if (add) {
            boolean searches = typed.action() == RuleAction.LOOKUP && !typed.vrf();
            RoutingRule complete = searches && !tableGiven
                    ? typed.toBuilder().table(TableId.MAIN).build()
                    : typed;
            return new Command.Configure(place.host(), new RuleRequest.Add(complete, priorityGiven));
        }
        return new Command.Configure(
                place.host(), new RuleRequest.Delete(new RuleSelector(typed, priorityGiven, actionGiven)));
    }

    /** A prefix of the family of the command; the kernel refuses another. */
    private IpPrefix prefix(Words words, String refusal) {
        if (options.ipv6()) {
            Ipv6AddressAndLength typed = words.ipv6Prefix();
            return LoosePrefix.of(typed.address(), typed.length());
        }
        if (options.family() == 0
                && words.hasNext()
                && Ipv6AddressAndLength.parse(words.peek()).isPresent()
                && words.peek().indexOf(':') >= 0) {
            throw new Refusal(2, "Error: " + refusal + ".");
        }
        AddressAndLength typed = words.prefix();
        return LoosePrefix.of(typed.address(), typed.length());
    }

    /** Takes a word with what belongs to it; whether it named a table. */
    private boolean word(String word, Words words, RoutingRule.Builder rule) {
        if (word.equals("not")) {
            rule.inverted(true);
        } else if (word.equals("from")) {
            rule.from(prefix(words, "Invalid source address"));
        } else if (word.equals("to")) {
            rule.to(prefix(words, "Invalid destination address"));
        } else if (Words.matches(word, "preference")
                || Words.matches(word, "order")
                || Words.matches(word, "priority")) {
            rule.priority(words.unsigned32("preference value is invalid"));
            priorityGiven = true;
        } else if (word.equals("tos") || Words.matches(word, "dsfield")) {
            String name = words.next();
            rule.tos(TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "TOS value is invalid")));
        } else if (word.equals("fwmark")) {
            mark(words.next(), rule);
        } else if (Words.matches(word, "protocol")) {
            String name = words.next();
            rule.origin(
                    RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "\"protocol\" value is invalid")));
        } else if (Words.matches(word, "table") || word.equals("lookup")) {
            String name = words.next();
            rule.table(TableId.parse(name).orElseThrow(() -> Words.wrong(name, "invalid table ID")));
            return true;
        } else if (Words.matches(word, "suppress_prefixlength") || word.equals("sup_pl")) {
            rule.suppressPrefixLength((int) words.number(
                    value -> value <= (options.ipv6() ? 128 : 32), "suppress_prefixlength value is invalid"));
        } else if (Words.matches(word, "suppress_ifgroup") || word.equals("sup_group")) {
            rule.suppressInterfaceGroup(words.unsigned32("Invalid \"suppress_ifgroup\" value"));
        } else if (word.equals("dev") || word.equals("iif")) {
            rule.inputInterface(words.next());
        } else if (word.equals("oif")) {
            rule.outputInterface(words.next());
        } else if (word.equals("uidrange")) {
            rule.users(users(words.next()));
        } else if (word.equals("ipproto")) {
            String name = words.next();
            rule.protocol(TransportNames.number(name)
                    .orElseThrow(() -> Words.wrong(name, "Invalid \"ipproto\" value\n".strip())));
        } else if (word.equals("sport") || word.equals("dport")) {
            NumberRange ports = ports(words.next(), word.equals("sport") ? "port" : "dport");
            if (word.equals("sport")) {
                rule.sourcePorts(ports);
            } else {
                rule.destinationPorts(ports);
            }
        } else if (Words.matches(word, "realms")) {
            String realms = words.next();
            rule.realms(RouteRealms.parse(realms).orElseThrow(() -> Words.wrong(realms, "invalid realms")));
        } else if (word.equals("tun_id")) {
            rule.tunnelId(words.unsigned32("\"tun_id\" value is invalid"));
        } else if (word.equals("l3mdev")) {
            rule.vrf(true);
        } else if (Words.matches(word, "map-to") || word.equals("nat")) {
            throw Words.notSimulated("ip rule", word, KNOWN);
        } else {
            action(word, words, rule);
        }
        return false;
    }

    private void action(String first, Words words, RoutingRule.Builder rule) {
        String word = first.equals("type") ? words.next() : first;
        actionGiven = true;
        switch (word) {
            case "goto" -> {
                rule.action(RuleAction.GOTO);
                rule.target(words.unsigned32("invalid target"));
            }
            case "nop" -> rule.action(RuleAction.NOP);
            case "blackhole" -> rule.action(RuleAction.BLACKHOLE);
            case "unreachable" -> rule.action(RuleAction.UNREACHABLE);
            case "prohibit" -> rule.action(RuleAction.PROHIBIT);
            case "unicast" -> rule.action(RuleAction.LOOKUP);
            default -> throw Words.plainlyWrong(word, "Failed to parse rule type");
        }
    }

    private static void mark(String word, RoutingRule.Builder rule) {
        int slash = word.indexOf('/');
        String value = slash < 0 ? word : word.substring(0, slash);
        Supplier<Refusal> wrong = () -> Words.wrong(value, "fwmark value is invalid");
        long mark = Words.number(value);
        if (mark < 0 || mark > 0xffffffffL) {
            throw wrong.get();
        }
        long mask = 0xffffffffL;
        if (slash >= 0) {
            mask = Words.number(word.substring(slash + 1));
            if (mask < 0 || mask > 0xffffffffL) {
                throw Words.wrong(word.substring(slash + 1), "fwmask value is invalid");
            }
        }
        rule.mark((int) mark, (int) mask);
    }

    /** {@code sscanf} with {@code %u-%u}. */
    static NumberRange users(String word) {
        if (!word.matches("\\d{1,10}-\\d{1,10}.*")) {
            throw Words.wrong(word, "invalid UID range");
        }
        return scanned(word);
    }

    /** {@code sscanf} with {@code %hu-%hu}: what follows a number that is understood is left out. */
    static NumberRange ports(String word, String kind) {
        if (!word.matches("\\d{1,9}.*")) {
            throw Words.wrong(word, "invalid " + kind + " range");
        }
        NumberRange read = scanned(word);
        return new NumberRange(read.first() & 0xffff, read.last() & 0xffff);
    }

    private static NumberRange scanned(String word) {
        String[] parts = word.split("(?<=\\d)-", 2);
        long first = Long.parseLong(leadingDigits(parts[0]));
        String second = parts.length < 2 ? "" : leadingDigits(parts[1]);
        return new NumberRange(first, second.isEmpty() ? first : Long.parseLong(second));
    }

    private static String leadingDigits(String word) {
        return word.replaceFirst("\\D.*", "");
    }
}
