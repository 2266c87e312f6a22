package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packetwalk.kernel.netfilter.AddressMask;
import org.packetwalk.kernel.netfilter.ConnectionMatch;
import org.packetwalk.kernel.netfilter.ConnectionMatch.Condition;
import org.packetwalk.kernel.netfilter.ConnectionMatch.Condition.Kind;
import org.packetwalk.kernel.netfilter.ConnectionMatch.State;
import org.packetwalk.kernel.netfilter.ConnectionStatus;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.PortRange;
import org.packetwalk.kernel.netfilter.ProtocolNames;
import org.packetwalk.kernel.netfilter.Selector.AddressTest;

/** {@code -m conntrack} and {@code -m state} while they are read. */
final class IptablesConntrackMatch implements IptablesMatch {

    private static final List<Kind> ADDRESSES =
            List.of(Kind.ORIGINAL_SOURCE, Kind.ORIGINAL_DESTINATION, Kind.REPLY_SOURCE, Kind.REPLY_DESTINATION);
    private static final List<Kind> PORTS = List.of(
            Kind.ORIGINAL_SOURCE_PORT,
            Kind.ORIGINAL_DESTINATION_PORT,
            Kind.REPLY_SOURCE_PORT,
            Kind.REPLY_DESTINATION_PORT);

    private final IptablesTool tool;
    private final boolean old;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<AddressTest> addresses = new ArrayList<>(java.util.Collections.nCopies(4, AddressTest.ANY));
    private final List<PortRange> ports = new ArrayList<>(java.util.Collections.nCopies(4, PortRange.ALL));
    private List<State> states = List.of();
    private int protocol;
    private int status;
    private PortRange seconds = ConnectionMatch.Conntrack.NOT_ASKED;
    private String direction = "";

    /** {@code old} for {@code -m state}. */
    IptablesConntrackMatch(IptablesTool tool, boolean old) {
        this.tool = tool;
        this.old = old;
    }

    @Override
    public String module() {
        return old ? "state" : "conntrack";
    }

    @Override
    public List<String> options() {
        return old
                ? List.of("--state")
                : Stream.of(Kind.values()).map(kind -> "--" + kind.word()).toList();
    }

    @Override
    public void read(String option, boolean negated, OptionWords words) {
        String text = words.argument(option);
        if (old) {
            states = states(text, "state");
            conditions.add(new Condition(Kind.STATE, text, negated));
            return;
        }
        Kind kind = Stream.of(Kind.values())
                .filter(one -> option.equals("--" + one.word()))
                .findFirst()
                .orElseThrow();
        conditions.removeIf(one -> one.kind() == kind);
        conditions.add(new Condition(kind, value(kind, text), negated));
        conditions.sort(Comparator.comparingInt(IptablesConntrackMatch::place));
    }

    /** The order in which {@code matchinfo_print} prints them. */
    private static int place(Condition condition) {
        return switch (condition.kind()) {
            case STATE -> 0;
            case PROTOCOL -> 1;
            case ORIGINAL_SOURCE -> 2;
            case ORIGINAL_DESTINATION -> 3;
            case REPLY_SOURCE -> 4;
            case REPLY_DESTINATION -> 5;
            case ORIGINAL_SOURCE_PORT -> 6;
            case ORIGINAL_DESTINATION_PORT -> 7;
            case REPLY_SOURCE_PORT -> 8;
            case REPLY_DESTINATION_PORT -> 9;
            case STATUS -> 10;
            case EXPIRY -> 11;
            case DIRECTION -> 12;
        };
    }

    private String value(Kind kind, String text) {
        if (ADDRESSES.contains(kind)) {
            AddressMask mask = new IptablesAddresses(tool).network(text);
            addresses.set(ADDRESSES.indexOf(kind), new AddressTest(mask, false));
            // The bits that do not count are printed as they were given.
            int slash = text.indexOf('/');
            String listed = mask.listed();
            int length = listed.indexOf('/');
            return slash < 0 || length < 0
                    ? listed
                    : new IptablesAddresses(tool).address(text.substring(0, slash)) + listed.substring(length);
        }
        if (PORTS.contains(kind)) {
            PortRange range = new IptablesNumbers(tool).range(text, ":");
            ports.set(PORTS.indexOf(kind), range);
            return range.saved();
        }
        return switch (kind) {
            case STATE -> {
                states = states(text, "ctstate");
                yield stateText(states);
            }
            case PROTOCOL -> {
                protocol = ProtocolNames.number(text.toLowerCase(Locale.ROOT))
                        .orElseGet(() -> new IptablesNumbers(tool).number(text, 0, 255, "conntrack", "--ctproto"));
                yield Integer.toString(protocol);
            }
            case STATUS -> {
                status = status(text);
                yield ConnectionStatus.text(status);
            }
            case EXPIRY -> {
                seconds = new IptablesNumbers(tool).range(text, ":");
                yield seconds.saved();
            }
            case DIRECTION -> {
                direction = text.toUpperCase(Locale.ROOT);
                if (!direction.equals("ORIGINAL") && !direction.equals("REPLY")) {
                    throw tool.wrong("conntrack: Bad value for \"--ctdir\" option: \"" + text + "\"");
                }
                yield direction;
            }
            default -> throw new IllegalStateException(kind.word());
        };
    }

    /** {@code print_state}: in an order of its own. */
    private static String stateText(List<State> states) {
        return Stream.of(
                        State.INVALID,
                        State.NEW,
                        State.RELATED,
                        State.ESTABLISHED,
                        State.UNTRACKED,
                        State.SNAT,
                        State.DNAT)
                .filter(states::contains)
                .map(State::name)
                .collect(Collectors.joining(","));
    }

    private List<State> states(String text, String option) {
        List<State> found = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            found.add(Stream.of(State.values())
                    .filter(state -> state.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> tool.wrong("Bad " + option + " \"" + text + "\"")));
        }
        return found;
    }

    private int status(String text) {
        int bits = 0;
        for (String word : text.split(",", -1)) {
            if (word.equalsIgnoreCase("NONE")) {
                continue;
            }
            bits |= Stream.of(ConnectionStatus.values())
                    .filter(one -> !one.word().isEmpty() && one.word().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> tool.wrong("Bad ctstatus \"" + text + "\""))
                    .bit();
        }
        return bits;
    }

    @Override
    public Match build() {
        if (conditions.isEmpty()) {
            throw old
                    ? tool.wrong("state: option \"--state\" must be specified\n")
                    : tool.wrong("conntrack: At least one option is required");
        }
        return old
                ? new ConnectionMatch.OldState(states, conditions.get(0).negated())
                : new ConnectionMatch.Conntrack(
                        states, addresses, ports, protocol, status, seconds, direction, conditions);
    }
}
