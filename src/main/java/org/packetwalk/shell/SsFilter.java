package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.net.ServiceNames;

/** The filter behind the options of {@code ss}: states, then addresses and ports ({@code misc/ssfilter.y}). */
final class SsFilter {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\(|\\)|!=|>=|<=|==|=|>|<|!|&&|&|\\|\\||\\||[^\\s()!=<>&|]+)");
    private static final List<String> RELATIONS =
            List.of("=", "==", "eq", "!=", "ne", "neq", ">", "gt", "<", "lt", ">=", "ge", "geq", "<=", "le", "leq");
    private static final String KNOWN = "state, exclude, src, dst, sport, dport, and, or, not, ( )";

    private final List<TcpState> states;
    private final Predicate<SocketRow> condition;

    private SsFilter(List<TcpState> states, Predicate<SocketRow> condition) {
        this.states = List.copyOf(states);
        this.condition = condition;
    }

    /** The states named, none if none were. */
    List<TcpState> states() {
        return states;
    }

    boolean shows(SocketRow row) {
        return condition.test(row);
    }

    /** Reads the words behind the options. */
    static SsFilter parse(List<String> words) {
        List<TcpState> states = new ArrayList<>();
        int at = 0;
        while (at + 1 < words.size()
                && (words.get(at).equals("state") || words.get(at).equals("exclude"))) {
            boolean state = words.get(at).equals("state");
            List<TcpState> named = states(words.get(at + 1));
            if (!state && states.isEmpty()) {
                states.addAll(List.of(TcpState.values()));
            }
            if (state) {
                states.addAll(named);
            } else {
                states.removeAll(named);
            }
            at += 2;
        }
        Reader reader = new Reader(String.join(" ", words.subList(at, words.size())));
        Predicate<SocketRow> condition = reader.tokens.isEmpty() ? row -> true : reader.or();
        reader.end();
        return new SsFilter(states, condition);
    }

    private static List<TcpState> states(String name) {
        List<TcpState> all = new ArrayList<>(List.of(TcpState.values()));
        switch (name) {
            case "all" -> {
                return all;
            }
            case "connected" -> all.removeAll(List.of(TcpState.LISTEN, TcpState.CLOSE));
            case "synchronized" -> all.removeAll(List.of(TcpState.LISTEN, TcpState.CLOSE, TcpState.SYN_SENT));
            case "bucket" -> all.retainAll(List.of(TcpState.SYN_RECV, TcpState.TIME_WAIT));
            case "big" -> all.removeAll(List.of(TcpState.SYN_RECV, TcpState.TIME_WAIT));
            default -> {
                String word = switch (name) {
                    case "closed", "unconnected" -> "CLOSE";
                    case "listening" -> "LISTEN";
                    case "syn-sent" -> "SYN_SENT";
                    case "syn-recv" -> "SYN_RECV";
                    case "fin-wait-1" -> "FIN_WAIT1";
                    case "fin-wait-2" -> "FIN_WAIT2";
                    case "time-wait" -> "TIME_WAIT";
                    case "close-wait" -> "CLOSE_WAIT";
                    case "last-ack" -> "LAST_ACK";
                    default -> name.toUpperCase(java.util.Locale.ROOT);
                };
                all.removeIf(state -> !state.name().equals(word));
                if (all.isEmpty()) {
                    throw new Refusal(255, "ss: wrong state name: " + name);
                }
            }
        }
        return all;
    }

    /** Reads a condition. */
    private static final class Reader {

        private final List<String> tokens = new ArrayList<>();
        private int at;

        Reader(String text) {
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.lookingAt()) {
                tokens.add(matcher.group(1));
                matcher.region(matcher.end(), text.length());
            }
        }

        void end() {
            if (at < tokens.size()) {
                throw syntax();
            }
        }

        private static Refusal syntax() {
            return new Refusal(255, "ss: bison bellows (while parsing filter): \"syntax error!\"");
        }

        private boolean take(String... words) {
            if (at < tokens.size() && List.of(words).contains(tokens.get(at))) {
                at++;
                return true;
            }
            return false;
        }

        private String next() {
            if (at == tokens.size()) {
                throw syntax();
            }
            return tokens.get(at++);
        }

        Predicate<SocketRow> or() {
            Predicate<SocketRow> left = and();
            while (take("or", "|", "||")) {
                left = left.or(and());
            }
            return left;
        }

        private Predicate<SocketRow> and() {
            Predicate<SocketRow> left = term();
            while (at < tokens.size() && !List.of(")", "or", "|", "||").contains(tokens.get(at))) {
                take("and", "&", "&&");
                left = left.and(term());
            }
            return left;
        }

        private Predicate<SocketRow> term() {
            if (take("not", "!")) {
                return term().negate();
            }
            if (take("(")) {
                Predicate<SocketRow> inner = or();
                if (!take(")")) {
                    throw syntax();
                }
                return inner;
            }
            String word = next();
            return switch (word) {
                case "src", "dst" -> {
                    take("=", "==", "eq");
                    yield host(word.equals("src"), next());
                }
                case "sport", "dport" -> port(word.equals("sport"), next());
                case "dev", "fwmark", "cgroup", "autobound" -> throw Words.notSimulated("ss", word, KNOWN);
                default -> host(false, word);
            };
        }

        private static Endpoint end(SocketRow row, boolean local) {
            return local ? row.local() : row.remote();
        }

        private static Predicate<SocketRow> host(boolean local, String word) {
            int colon = word.lastIndexOf(':');
            String address = colon < 0 ? word : word.substring(0, colon);
            String port = colon < 0 ? "" : word.substring(colon + 1);
            Predicate<SocketRow> right = row -> true;
            if (!address.isEmpty() && !address.equals("*")) {
                AddressAndLength prefix = AddressAndLength.parse(address)
                        .orElseThrow(() -> new Refusal(
                                1,
                                "Error: an inet prefix is expected rather than \"" + address
                                        + "\".\nCannot parse dst/src address."));
                Ipv4Prefix network = Ipv4Prefix.containing(prefix.address(), prefix.length());
                right = row -> end(row, local).speaksIpv4()
                        && network.contains(end(row, local).ipv4());
            }
            if (!port.isEmpty() && !port.equals("*")) {
                right = right.and(compared(local, "=", number(port)));
            }
            return right;
        }

        private Predicate<SocketRow> port(boolean local, String relation) {
            if (!RELATIONS.contains(relation)) {
                at--;
                return compared(local, "=", number(next()));
            }
            return compared(local, relation, number(next()));
        }

        private static int number(String word) {
            String port = word.startsWith(":") ? word.substring(1) : word;
            if (port.matches("\\d{1,5}")) {
                return Integer.parseInt(port);
            }
            Optional<Integer> named = service(port, false).or(() -> service(port, true));
            return named.orElseThrow(() -> new Refusal(
                    255, "Error: \"" + port + "\" does not look like a port.\nCannot parse dst/src address."));
        }

        private static Optional<Integer> service(String name, boolean udp) {
            OptionalInt port = ServiceNames.port(name, udp);
            return port.isPresent() ? Optional.of(port.getAsInt()) : Optional.empty();
        }

        private static Predicate<SocketRow> compared(boolean local, String relation, int port) {
            return switch (relation) {
                case "!=", "ne", "neq" -> row -> end(row, local).port() != port;
                case ">", "gt" -> row -> end(row, local).port() > port;
                case "<", "lt" -> row -> end(row, local).port() < port;
                case ">=", "ge", "geq" -> row -> end(row, local).port() >= port;
                case "<=", "le", "leq" -> row -> end(row, local).port() <= port;
                default -> row -> end(row, local).port() == port;
            };
        }
    }
}
