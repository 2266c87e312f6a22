package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.netfilter.Selector.AddressTest;
import org.packetwalk.net.IpAddress;

/** Matches of the connection a packet belongs to ({@code xt_conntrack.c}, {@code xt_connmark.c}). */
public sealed interface ConnectionMatch extends Match {

    @Override
    default boolean needsTracking() {
        return true;
    }

    /** The states that rules can name, in the order in which they are printed. */
    enum State {
        INVALID,
        NEW,
        RELATED,
        ESTABLISHED,
        UNTRACKED,
        SNAT,
        DNAT;

        /** The states a connection shows. */
        static List<State> of(ConnectionFacts connection) {
            State first = switch (connection.info()) {
                case NONE -> INVALID;
                case NEW -> NEW;
                case ESTABLISHED, ESTABLISHED_REPLY -> ESTABLISHED;
                case RELATED, RELATED_REPLY -> RELATED;
                case UNTRACKED -> UNTRACKED;
            };
            List<State> states = new ArrayList<>(List.of(first));
            if ((connection.status() & ConnectionStatus.SRC_NAT.bit()) != 0) {
                states.add(SNAT);
            }
            if ((connection.status() & ConnectionStatus.DST_NAT.bit()) != 0) {
                states.add(DNAT);
            }
            return states;
        }
    }

    /**
     * One option of {@code -m conntrack}; {@code kind} says what the value means.
     *
     * @param value as {@code iptables-save} writes it
     */
    record Condition(Kind kind, String value, boolean negated) {

        /** What is compared, in the order in which it is printed. */
        public enum Kind {
            STATE("ctstate"),
            PROTOCOL("ctproto"),
            ORIGINAL_SOURCE("ctorigsrc"),
            ORIGINAL_DESTINATION("ctorigdst"),
            REPLY_SOURCE("ctreplsrc"),
            REPLY_DESTINATION("ctrepldst"),
            ORIGINAL_SOURCE_PORT("ctorigsrcport"),
            ORIGINAL_DESTINATION_PORT("ctorigdstport"),
            REPLY_SOURCE_PORT("ctreplsrcport"),
            REPLY_DESTINATION_PORT("ctrepldstport"),
            STATUS("ctstatus"),
            EXPIRY("ctexpire"),
            DIRECTION("ctdir");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /** The option without its dashes. */
            public String word() {
                return word;
            }
        }
    }

    /**
     * {@code -m conntrack}.
     *
     * @param states the states meant, none if not asked
     * @param addresses of the tuples: original source and destination, reply source and destination
     * @param ports of the tuples in the same order
     * @param conditions what is printed, in order
     * @param status bits of which one has to be set, 0 if not asked
     * @param seconds how long it may still live, {@link #NOT_ASKED} if not asked
     */
    record Conntrack(
            List<State> states,
            List<AddressTest> addresses,
            List<PortRange> ports,
            int protocol,
            int status,
            PortRange seconds,
            String direction,
            List<Condition> conditions)
            implements ConnectionMatch {

        /** Nothing is asked about the time left. */
        public static final PortRange NOT_ASKED = new PortRange(-1, -1);

        private static final List<Condition.Kind> ADDRESSES = List.of(
                Condition.Kind.ORIGINAL_SOURCE,
                Condition.Kind.ORIGINAL_DESTINATION,
                Condition.Kind.REPLY_SOURCE,
                Condition.Kind.REPLY_DESTINATION);

        /** Copies the lists. */
        public Conntrack {
            states = List.copyOf(states);
            addresses = List.copyOf(addresses);
            ports = List.copyOf(ports);
            conditions = List.copyOf(conditions);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            List<Check> checks = new ArrayList<>();
            for (Condition condition : conditions) {
                if (Selector.holds(checks)) {
                    checks.add(check(condition, query.connection()));
                }
            }
            return new Tested(checks, this);
        }

        private Check check(Condition condition, ConnectionFacts seen) {
            String wanted = Selector.not(condition.negated()) + condition.value();
            boolean negated = condition.negated();
            if (condition.kind() == Condition.Kind.STATE) {
                List<State> now = State.of(seen);
                return new Check(
                        Field.CONNECTION_STATE,
                        wanted,
                        now.stream().map(State::name).collect(Collectors.joining(",")),
                        states.stream().anyMatch(now::contains) != negated);
            }
            if (!seen.info().isTracked()) {
                return new Check(Field.CONNECTION, wanted, "", false);
            }
            List<String> tuples = List.of(
                    seen.original().source().toString(),
                    seen.original().destination().toString(),
                    seen.reply().source().toString(),
                    seen.reply().destination().toString());
            int[] numbers = {
                seen.original().sourcePort(),
                seen.original().destinationPort(),
                seen.reply().sourcePort(),
                seen.reply().destinationPort()
            };
            List<IpAddress> ends = List.of(
                    seen.original().source(),
                    seen.original().destination(),
                    seen.reply().source(),
                    seen.reply().destination());
            int place = ADDRESSES.indexOf(condition.kind());
            return switch (condition.kind()) {
                case STATE -> throw new IllegalStateException("compared above");
                case ORIGINAL_SOURCE, ORIGINAL_DESTINATION, REPLY_SOURCE, REPLY_DESTINATION ->
                    new Check(
                            Field.CONNECTION,
                            wanted,
                            tuples.get(place),
                            addresses.get(place).mask().contains(ends.get(place)) != negated);
                case ORIGINAL_SOURCE_PORT -> port(wanted, 0, numbers, negated);
                case ORIGINAL_DESTINATION_PORT -> port(wanted, 1, numbers, negated);
                case REPLY_SOURCE_PORT -> port(wanted, 2, numbers, negated);
                case REPLY_DESTINATION_PORT -> port(wanted, 3, numbers, negated);
                case PROTOCOL ->
                    new Check(
                            Field.CONNECTION,
                            wanted,
                            Integer.toString(seen.original().protocol()),
                            (protocol == seen.original().protocol()) != negated);
                case STATUS ->
                    new Check(
                            Field.CONNECTION,
                            wanted,
                            ConnectionStatus.text(seen.status()),
                            ((seen.status() & status) != 0 || status == 0 && seen.status() == 0) != negated);
                case EXPIRY ->
                    new Check(
                            Field.CONNECTION,
                            wanted,
                            Long.toString(seen.seconds()),
                            (seen.seconds() >= seconds.first() && seen.seconds() <= seconds.last()) != negated);
                case DIRECTION -> {
                    String now = seen.info().isReply() ? "REPLY" : "ORIGINAL";
                    yield new Check(Field.CONNECTION, wanted, now, direction.equals(now));
                }
            };
        }

        private Check port(String wanted, int place, int[] seen, boolean negated) {
            return new Check(
                    Field.CONNECTION,
                    wanted,
                    Integer.toString(seen[place]),
                    ports.get(place).contains(seen[place]) != negated);
        }

        @Override
        public String saved() {
            return conditions.stream()
                    .map(one -> " " + Selector.not(one.negated()) + "--"
                            + one.kind().word() + " " + one.value())
                    .collect(Collectors.joining("", "-m conntrack", ""));
        }

        @Override
        public String listed() {
            return conditions.stream()
                    .map(one -> Selector.not(one.negated()) + one.kind().word() + " " + one.value())
                    .collect(Collectors.joining(" "));
        }
    }

    /** {@code -m state}, the older form. */
    record OldState(List<State> states, boolean negated) implements ConnectionMatch {

        /** Copies the list. */
        public OldState {
            states = List.copyOf(states);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            List<State> now = State.of(query.connection());
            return new Tested(
                    List.of(new Check(
                            Field.CONNECTION_STATE,
                            Selector.not(negated) + text(),
                            now.get(0).name(),
                            states.contains(now.get(0)) != negated)),
                    this);
        }

        private String text() {
            return Stream.of(State.values())
                    .filter(states::contains)
                    .map(State::name)
                    .collect(Collectors.joining(","));
        }

        @Override
        public String saved() {
            return "-m state " + Selector.not(negated) + "--state " + text();
        }

        @Override
        public String listed() {
            return Selector.not(negated) + "state " + text();
        }
    }

    /** The mark of the connection. */
    record ConnMark(int value, int mask, boolean negated) implements ConnectionMatch {

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            int seen = query.connection().mark();
            boolean tracked = query.connection().info() != ConnectionInfo.NONE
                    && query.connection().info() != ConnectionInfo.UNTRACKED;
            return new Tested(
                    List.of(new Check(
                            Field.CONNECTION_MARK,
                            Selector.not(negated) + PacketMatch.mark(value, mask),
                            "0x" + Integer.toHexString(seen),
                            tracked && (seen & mask) == value != negated)),
                    this);
        }

        @Override
        public String saved() {
            return "-m connmark " + Selector.not(negated) + "--mark " + PacketMatch.mark(value, mask);
        }

        @Override
        public String listed() {
            return "connmark match " + (negated ? "!" : "") + " " + PacketMatch.mark(value, mask);
        }
    }
}
