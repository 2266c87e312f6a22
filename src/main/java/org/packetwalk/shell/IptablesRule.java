package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.packetwalk.kernel.netfilter.AddressMask;
import org.packetwalk.kernel.netfilter.Counter;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.ProtocolNames;
import org.packetwalk.kernel.netfilter.Rule;
import org.packetwalk.kernel.netfilter.Selector;
import org.packetwalk.kernel.netfilter.Selector.AddressTest;
import org.packetwalk.kernel.netfilter.Selector.DeviceTest;
import org.packetwalk.kernel.netfilter.Selector.Fragments;
import org.packetwalk.kernel.netfilter.Selector.ProtocolTest;
import org.packetwalk.kernel.netfilter.Target;
import org.packetwalk.kernel.netfilter.VerdictTarget;
import org.packetwalk.net.Ipv6Address;

/** A rule while its words are read: the part every rule can have, its matches and its target ({@code do_parse}). */
final class IptablesRule {

    /** The modules known here. */
    private static final String MATCHES =
            "addrtype, comment, connmark, conntrack, %s, limit, mark, multiport, owner, physdev, state, statistic, tcp, udp";

    private static final int LONGEST_DEVICE = 15;

    private final IptablesTool tool;
    private final List<IptablesMatch> matches = new ArrayList<>();
    private final List<List<String>> used = new ArrayList<>();
    private Optional<String> source = Optional.empty();
    private Optional<String> destination = Optional.empty();
    private boolean notSource;
    private boolean notDestination;
    private DeviceTest input = DeviceTest.ANY;
    private DeviceTest output = DeviceTest.ANY;
    private ProtocolTest protocol = ProtocolTest.ANY;
    private Fragments fragments = Fragments.ANY;
    private Optional<IptablesTarget> target = Optional.empty();
    private boolean forGood;
    private Counter counter = Counter.ZERO;
    private final StringBuilder given = new StringBuilder();

    IptablesRule(IptablesTool tool) {
        this.tool = tool;
    }

    ProtocolTest protocol() {
        return protocol;
    }

    DeviceTest input() {
        return input;
    }

    DeviceTest output() {
        return output;
    }

    /** The letters of the options read so far. */
    String given() {
        return given.toString();
    }

    /** Reads one option of a rule; answers whether it is one. */
    boolean read(String option, boolean negated, OptionWords words) {
        letter(option).ifPresent(this::once);
        switch (option) {
            case "-p", "--protocol", "--proto" -> protocol = protocol(words.argument("-p"), negated);
            case "-s", "--source", "--src" -> {
                source = Optional.of(words.argument("-s"));
                notSource = negated;
            }
            case "-d", "--destination", "--dst" -> {
                destination = Optional.of(words.argument("-d"));
                notDestination = negated;
            }
            case "-i", "--in-interface" -> input = device(words.argument("-i"), negated);
            case "-o", "--out-interface" -> output = device(words.argument("-o"), negated);
            case "-f", "--fragments" -> {
                if (tool.six()) {
                    throw tool.wrong("`-f' is not supported in IPv6, use -m frag instead");
                }
                fragments = negated ? Fragments.HEAD : Fragments.FURTHER;
            }
            case "-m", "--match" -> add(match(words.argument("-m")));
            case "-j", "--jump" -> jump(words.argument("-j"), false);
            case "-g", "--goto" -> jump(words.argument("-g"), true);
            case "-c", "--set-counters" -> counter = counter(words);
            default -> {
                return extension(option, negated, words);
            }
        }
        return true;
    }

    /** {@code set_option}. */
    private void once(String letter) {
        if (given.indexOf(letter) >= 0) {
            throw tool.wrong("multiple -" + letter + " flags not allowed");
        }
        given.append(letter);
    }

    private static Optional<String> letter(String option) {
        return switch (option) {
            case "-p", "--protocol", "--proto" -> Optional.of("p");
            case "-s", "--source", "--src" -> Optional.of("s");
            case "-d", "--destination", "--dst" -> Optional.of("d");
            case "-i", "--in-interface" -> Optional.of("i");
            case "-o", "--out-interface" -> Optional.of("o");
            case "-f", "--fragments" -> Optional.of("f");
            case "-j", "--jump", "-g", "--goto" -> Optional.of("j");
            case "-c", "--set-counters" -> Optional.of("c");
            default -> Optional.empty();
        };
    }

    private Counter counter(OptionWords words) {
        String packets = words.argument("-c");
        if (!words.hasArgument()) {
            throw tool.wrong("-c requires packet and byte counter");
        }
        return new Counter(counted(packets, "packet"), counted(words.argument("-c"), "byte"));
    }

    private long counted(String text, String what) {
        if (!text.matches("\\d{1,18}")) {
            throw tool.wrong("-c " + what + " counter not numeric");
        }
        return Long.parseLong(text);
    }

    private void jump(String name, boolean goesTo) {
        target = Optional.of(new IptablesTarget(tool, name, this));
        forGood = goesTo;
    }

    private ProtocolTest protocol(String word, boolean negated) {
        String name = word.toLowerCase(Locale.ROOT);
        int number = ProtocolNames.number(name)
                .orElseGet(
                        () -> name.matches("\\d{1,3}") && Integer.parseInt(name) < 256 ? Integer.parseInt(name) : -1);
        if (number < 0) {
            throw tool.wrong("unknown protocol \"" + word + "\" specified");
        }
        if (number == 0 && negated) {
            throw tool.wrong("rule would never match protocol");
        }
        return new ProtocolTest(number, negated);
    }

    private DeviceTest device(String name, boolean negated) {
        if (name.length() > LONGEST_DEVICE) {
            throw tool.wrong("interface name `" + name + "' must be shorter than IFNAMSIZ (15)");
        }
        return name.equals("+") && !negated ? DeviceTest.ANY : new DeviceTest(name, negated);
    }

    private IptablesMatch match(String module) {
        return Stream.of(
                        IptablesTransportMatches.find(module, tool, this),
                        IptablesPacketMatches.find(module, tool),
                        IptablesCountingMatches.find(module, tool),
                        conntrack(module),
                        owner(module))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> IptablesModules.isMatch(module, tool.six())
                        ? tool.notSimulated("-m " + module, String.format(MATCHES, tool.six() ? "icmp6" : "icmp"))
                        : tool.wrong("Couldn't load match `" + module + "':No such file or directory\n"));
    }

    private Optional<IptablesMatch> conntrack(String module) {
        return module.equals("conntrack") || module.equals("state")
                ? Optional.of(new IptablesConntrackMatch(tool, module.equals("state")))
                : Optional.empty();
    }

    private Optional<IptablesMatch> owner(String module) {
        return module.equals("owner") ? Optional.of(new IptablesOwnerMatch(tool)) : Optional.empty();
    }

    private void add(IptablesMatch match) {
        matches.add(match);
        used.add(new ArrayList<>());
    }

    /** {@code xtables_option_parse}: each option of a module may be given once. */
    private void onlyOnce(String module, String given, List<String> before) {
        String option = given.replace("--sport", "--source-port").replace("--dport", "--destination-port");
        boolean again = before.contains(option);
        before.add(option);
        if (again && option.matches("--(syn|tcp-flags)")) {
            return;
        }
        if (again && (module.equals("tcp") || module.equals("udp"))) {
            throw tool.wrong("Only one `" + option + "' allowed");
        }
        if (again) {
            throw tool.wrong(module + ": option \"" + option + "\" can only be used once.\n");
        }
    }

    /** An option of the target or of a match; one of the protocol's own match loads it. */
    private boolean extension(String word, boolean negated, OptionWords words) {
        Optional<String> ofTarget = target.flatMap(found -> OptionWords.complete(word, found.options()));
        if (ofTarget.isPresent()) {
            onlyOnce(target.get().name(), ofTarget.get(), target.get().used());
            target.get().read(ofTarget.get(), words);
            return true;
        }
        for (int i = matches.size() - 1; i >= 0; i--) {
            Optional<String> ofMatch = OptionWords.complete(word, matches.get(i).options());
            if (ofMatch.isPresent()) {
                onlyOnce(matches.get(i).module(), ofMatch.get(), used.get(i));
                matches.get(i).read(ofMatch.get(), negated, words);
                return true;
            }
        }
        String own = ProtocolNames.name(protocol.number());
        boolean loaded = matches.stream().anyMatch(one -> one.module().equals(own.equals("ipv6-icmp") ? "icmp6" : own));
        Optional<IptablesMatch> implied = loaded ? Optional.empty() : IptablesTransportMatches.find(own, tool, this);
        Optional<String> option = implied.flatMap(found -> OptionWords.complete(word, found.options()));
        if (option.isEmpty()) {
            return false;
        }
        add(implied.orElseThrow());
        onlyOnce(implied.get().module(), option.get(), used.get(used.size() - 1));
        implied.get().read(option.get(), negated, words);
        return true;
    }

    /** Addresses are read when all the options were. */
    private List<AddressMask> networks(Optional<String> text) {
        return text.map(new IptablesAddresses(tool)::networks).orElse(List.of());
    }

    /** The rules: one for each pair of addresses. */
    List<Rule> build() {
        List<AddressMask> sources = networks(source);
        List<AddressMask> destinations = networks(destination);
        boolean several = sources.size() > 1 || destinations.size() > 1;
        if (several && (notSource || notDestination)) {
            throw tool.wrong("! not allowed with multiple source or destination IP addresses");
        }
        List<Match> built = matches.stream()
                .filter(match -> !match.saysNothing())
                .map(IptablesMatch::build)
                .toList();
        Target action = target.map(found -> found.build(forGood)).orElse(new VerdictTarget.Nothing());
        List<Rule> rules = new ArrayList<>();
        AddressMask any = tool.six() ? AddressMask.of(Ipv6Address.ANY, 0) : AddressMask.ANY;
        for (AddressMask source : sources.isEmpty() ? List.of(any) : sources) {
            for (AddressMask destination : destinations.isEmpty() ? List.of(any) : destinations) {
                Selector selector = new Selector(
                        new AddressTest(source, notSource),
                        new AddressTest(destination, notDestination),
                        input,
                        output,
                        protocol,
                        fragments);
                rules.add(new Rule(selector, built, action, counter));
            }
        }
        return rules;
    }
}
