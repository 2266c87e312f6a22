package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.packetwalk.kernel.netfilter.EffectTarget;
import org.packetwalk.kernel.netfilter.MarkTarget;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.NatRange;
import org.packetwalk.kernel.netfilter.NatTarget;
import org.packetwalk.kernel.netfilter.NatTarget.PortChoice;
import org.packetwalk.kernel.netfilter.PortRange;
import org.packetwalk.kernel.netfilter.Target;
import org.packetwalk.kernel.netfilter.VerdictTarget;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.ServiceNames;

/** {@code -j} while its options are read. */
final class IptablesTarget {

    /** The targets known here, besides chains. */
    static final List<String> KNOWN = List.of(
            "ACCEPT",
            "CONNMARK",
            "CT",
            "DNAT",
            "DROP",
            "LOG",
            "MARK",
            "MASQUERADE",
            "NETMAP",
            "NOTRACK",
            "REDIRECT",
            "REJECT",
            "RETURN",
            "SNAT");

    /** {@code NF_LOG_PREFIXLEN} of the module is longer; what iptables keeps is this ({@code struct xt_log_info}). */
    private static final int LONGEST_PREFIX = 29;

    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "error", "warning", "notice", "info", "debug");
    private static final List<Integer> WITH_PORTS = List.of(1, 6, 17, 33, 132);

    private final IptablesTool tool;
    private final IptablesNumbers numbers;
    private final String name;
    private final IptablesRule rule;
    private final List<String> seen = new ArrayList<>();
    private final List<String> used = new ArrayList<>();
    private EffectTarget.Answer answer;
    private int level = 4;
    private String prefix = "";
    private int flags;
    private Optional<Target> mark = Optional.empty();
    private int packetMask = -1;
    private int connectionMask = -1;
    private NatRange range = NatRange.NONE;
    private PortRange ports = PortRange.ALL;
    private PortChoice choice = PortChoice.KEEP;
    private boolean persistent;
    private Optional<Target> mapped = Optional.empty();

    IptablesTarget(IptablesTool tool, String name, IptablesRule rule) {
        this.tool = tool;
        this.numbers = new IptablesNumbers(tool);
        this.name = name;
        this.rule = rule;
        this.answer =
                tool.six() ? EffectTarget.Answer.ICMP6_PORT_UNREACHABLE : EffectTarget.Answer.ICMP_PORT_UNREACHABLE;
    }

    String name() {
        return name;
    }

    /** The options read so far. */
    List<String> used() {
        return used;
    }

    /** The long options it knows. */
    List<String> options() {
        return switch (name) {
            case "REJECT" -> List.of("--reject-with");
            case "LOG" ->
                List.of(
                        "--log-level",
                        "--log-prefix",
                        "--log-tcp-sequence",
                        "--log-tcp-options",
                        "--log-ip-options",
                        "--log-uid",
                        "--log-macdecode");
            case "MARK" -> List.of("--set-mark", "--set-xmark", "--and-mark", "--or-mark", "--xor-mark");
            case "CONNMARK" ->
                List.of(
                        "--set-mark",
                        "--set-xmark",
                        "--and-mark",
                        "--or-mark",
                        "--xor-mark",
                        "--save-mark",
                        "--restore-mark",
                        "--nfmask",
                        "--ctmask",
                        "--mask");
            case "DNAT" -> List.of("--to-destination", "--random", "--persistent");
            case "SNAT" -> List.of("--to-source", "--random", "--random-fully", "--persistent");
            case "MASQUERADE" -> List.of("--to-ports", "--random", "--random-fully");
            case "REDIRECT" -> List.of("--to-ports", "--random");
            case "NETMAP" -> List.of("--to");
            case "CT" -> List.of("--notrack");
            default -> List.of();
        };
    }

    void read(String option, OptionWords words) {
        seen.add(option);
        switch (option) {
            case "--reject-with" -> answer = answer(words.argument(option));
            case "--log-level" -> level = level(words.argument(option));
            case "--log-prefix" -> {
                String text = words.argument(option);
                prefix = text.substring(0, Math.min(text.length(), LONGEST_PREFIX));
            }
            case "--log-tcp-sequence" -> flags |= 1;
            case "--log-tcp-options" -> flags |= 2;
            case "--log-ip-options" -> flags |= 4;
            case "--log-uid" -> flags |= 8;
            case "--log-macdecode" -> flags |= 32;
            case "--nfmask" -> packetMask = numbers.bits(words.argument(option), name);
            case "--ctmask" -> connectionMask = numbers.bits(words.argument(option), name);
            case "--mask" -> {
                packetMask = numbers.bits(words.argument(option), name);
                connectionMask = packetMask;
            }
            case "--set-mark", "--set-xmark", "--and-mark", "--or-mark", "--xor-mark" ->
                mark = Optional.of(mark(option, words.argument(option)));
            case "--to-destination", "--to-source" -> range = range(words.argument(option));
            case "--to-ports" -> {
                String text = words.argument(option);
                needsPorts();
                ports = ports(text);
            }
            case "--to" ->
                mapped = Optional.of(new NatTarget.NetMap(
                        NatManip.DESTINATION, new IptablesAddresses(tool).network(words.argument(option))));
            case "--random" -> choice = PortChoice.RANDOM;
            case "--random-fully" -> choice = PortChoice.RANDOM_FULLY;
            case "--persistent" -> persistent = true;
            default -> {}
        }
    }

    private EffectTarget.Answer answer(String text) {
        return Stream.of(EffectTarget.Answer.values())
                .filter(one -> one.isOf(tool.six())
                        && (one.word().equals(text) || alias(one).equals(text)))
                .findFirst()
                .orElseThrow(() -> tool.wrong("unknown reject type \"" + text + "\""));
    }

    private static String alias(EffectTarget.Answer answer) {
        return switch (answer) {
            case ICMP_NET_UNREACHABLE -> "net-unreach";
            case ICMP_HOST_UNREACHABLE -> "host-unreach";
            case ICMP_PROTO_UNREACHABLE -> "proto-unreach";
            case ICMP_PORT_UNREACHABLE -> "port-unreach";
            case ICMP_NET_PROHIBITED -> "net-prohib";
            case ICMP_HOST_PROHIBITED -> "host-prohib";
            case ICMP_ADMIN_PROHIBITED -> "admin-prohib";
            case ICMP6_NO_ROUTE -> "no-route";
            case ICMP6_ADM_PROHIBITED -> "adm-prohibited";
            case ICMP6_ADDR_UNREACHABLE -> "addr-unreach";
            case ICMP6_PORT_UNREACHABLE -> "port-unreach";
            case ICMP6_POLICY_FAIL -> "policy-fail";
            case ICMP6_REJECT_ROUTE -> "reject-route";
            case TCP_RESET -> "tcp-rst";
        };
    }

    private int level(String text) {
        if (text.matches("[0-7]")) {
            return Integer.parseInt(text);
        }
        String word = switch (text) {
            case "panic" -> "emerg";
            case "err" -> "error";
            case "warn" -> "warning";
            default -> text;
        };
        int found = LEVELS.indexOf(word);
        if (found < 0) {
            throw tool.wrong("log level \"" + text + "\" unknown\n");
        }
        return found;
    }

    private Target mark(String option, String text) {
        int[] given = numbers.masked(text, name);
        int value = given[0];
        int mask = given[1];
        int changed = switch (option) {
            case "--set-mark" -> value | mask;
            case "--and-mark" -> ~value;
            case "--or-mark" -> value;
            case "--xor-mark" -> 0;
            default -> mask;
        };
        int written = option.equals("--and-mark") ? 0 : value;
        return name.equals("MARK") ? new MarkTarget.Mark(written, changed) : new MarkTarget.ConnMark(written, changed);
    }

    private NatRange range(String text) {
        return tool.six() ? bracketed(text) : split(text, text.lastIndexOf(':'));
    }

    /** With a port an IPv6 address stands in brackets; without, all its colons are its own. */
    private NatRange bracketed(String text) {
        if (text.startsWith(":") && !text.startsWith("::")) {
            return split(text, 0);
        }
        if (!text.startsWith("[")) {
            return split(text, -1);
        }
        int end = text.indexOf(']');
        boolean closed = end > 0 && (end + 1 == text.length() || text.charAt(end + 1) == ':');
        if (!closed) {
            throw tool.wrong("Invalid address format");
        }
        String bare = text.substring(1, end) + text.substring(end + 1);
        return split(bare, end + 1 == text.length() ? -1 : end - 1);
    }

    private NatRange split(String text, int colon) {
        String addresses = colon < 0 ? text : text.substring(0, colon);
        PortRange wanted = PortRange.ALL;
        if (colon >= 0) {
            needsPorts();
            wanted = ports(text.substring(colon + 1));
        }
        if (addresses.isEmpty()) {
            return new NatRange(false, Ipv4Address.ANY, Ipv4Address.ANY, wanted);
        }
        String[] ends = addresses.split("-", 2);
        IpAddress first = address(ends[0]);
        return new NatRange(true, first, ends.length == 2 ? address(ends[1]) : first, wanted);
    }

    /** The number alone decides, be it that of the protocol or of every other; the ids of ICMP count as ports. */
    private void needsPorts() {
        if (!WITH_PORTS.contains(rule.protocol().number())) {
            throw tool.wrong("Need TCP, UDP, SCTP or DCCP with port specification");
        }
    }

    private IpAddress address(String text) {
        if (tool.six() ? !Ipv6Address.isValid(text) : !text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            throw tool.wrong("Bad IP address \"" + text + "\"");
        }
        return new IptablesAddresses(tool).address(text);
    }

    private PortRange ports(String text) {
        boolean readable = List.of(text.split("-", 2)).stream()
                .allMatch(part -> part.isEmpty()
                        || part.matches("\\d+")
                        || ServiceNames.port(part, false).isPresent());
        PortRange wanted = readable ? numbers.range(text, "-") : PortRange.ALL;
        if (!readable || wanted.first() == 0) {
            throw tool.wrong("Port `" + text + "' not valid");
        }
        return wanted;
    }

    /** The target; whether a name is a chain's is seen when the rule is put into a table. */
    Target build(boolean forGood) {
        return switch (name) {
            case "ACCEPT" -> new VerdictTarget.Accept();
            case "DROP" -> new VerdictTarget.Drop();
            case "RETURN" -> new VerdictTarget.Return();
            case "REJECT" -> new EffectTarget.Reject(answer);
            case "LOG" -> new EffectTarget.Log(level, prefix, flags);
            case "NOTRACK" -> new EffectTarget.NoTrack(false);
            case "CT" -> required(seen.contains("--notrack"), "--notrack", new EffectTarget.NoTrack(true));
            case "MARK" ->
                mark.orElseThrow(
                        () -> tool.wrong("MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required"));
            case "CONNMARK" -> connmark();
            case "DNAT" ->
                required(
                        seen.contains("--to-destination"),
                        "--to-destination",
                        new NatTarget.Translate(NatManip.DESTINATION, range, choice, persistent));
            case "SNAT" ->
                required(
                        seen.contains("--to-source"),
                        "--to-source",
                        new NatTarget.Translate(NatManip.SOURCE, range, choice, persistent));
            case "MASQUERADE" -> new NatTarget.Masquerade(ports, choice);
            case "REDIRECT" -> new NatTarget.Redirect(ports, choice);
            case "NETMAP" -> mapped.orElseThrow(() -> tool.wrong("NETMAP: option \"--to\" must be specified\n"));
            default -> new VerdictTarget.Jump(name, forGood);
        };
    }

    private Target required(boolean given, String option, Target target) {
        if (!given) {
            throw tool.wrong(name + ": option \"" + option + "\" must be specified\n");
        }
        return target;
    }

    private Target connmark() {
        if (seen.contains("--save-mark") || seen.contains("--restore-mark")) {
            return new MarkTarget.Copy(seen.contains("--save-mark"), packetMask, connectionMask);
        }
        return mark.orElseThrow(() -> tool.wrong("CONNMARK target: No operation specified"));
    }
}
