package org.packetwalk.stack;

import java.util.Arrays;
import java.util.Optional;

import org.packetwalk.kernel.HeaderOptions;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteQuery;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** The options of IPv4 headers: the record of the route and time stamps ({@code net/ipv4/ip_options.c}, RFC 791). */
final class Ipv4Options {

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;

    /** The bit of an option that is copied into every fragment. */
    private static final int COPIED = 0x80;

    private static final int TIMES_ONLY = 0;
    private static final int TIMES_AND_ADDRESSES = 1;
    private static final int ADDRESSES_GIVEN = 3;

    /** As many hosts without room as the option can count. */
    private static final int FULL = 15;

    private static final int MILLIS_PER_DAY = 86_400_000;

    private final Walk walk;
    private final HostId host;
    private final Optional<SkBuff> skb;
    private final byte[] bytes;
    private int recordRoute = -1;
    private int timestamp = -1;
    private boolean addressDue;
    private boolean stampAddressDue;
    private boolean stampTimeDue;

    private Ipv4Options(Walk walk, HostId host, Optional<SkBuff> skb, ByteString bytes) {
        this.walk = walk;
        this.host = host;
        this.skb = skb;
        this.bytes = bytes.toByteArray();
    }

    // -- reading ---------------------------------------------------------------------------

    /**
     * What came of the options of a received packet.
     *
     * @param skb the packet with this host's entry
     * @param fault whether they break their format
     */
    record Received(SkBuff skb, boolean fault) {}

    /** {@code ip_options_compile} for a packet that came in; a fault is told to its sender. */
    static Received received(Walk walk, HostId host, SkBuff skb) {
        return walk.call(KernelFunction.IP_OPTIONS_COMPILE, () -> {
            Ipv4Header header = skb.packet().ipv4();
            Ipv4Options options = new Ipv4Options(walk, host, Optional.of(skb), header.options());
            int fault = walk.call(KernelFunction.__IP_OPTIONS_COMPILE, options::compile);
            ByteString after = ByteString.of(options.bytes);
            SkBuff changed = skb.withPacket(skb.packet().withIpv4(header.withOptions(after)))
                    .noted(options.notes());
            if (fault >= 0) {
                int pointer = fault + Ipv4Header.MINIMUM_LENGTH;
                IcmpOutput.error(walk, host, changed, IcmpMessage.PARAMETER_PROBLEM, 0, pointer << 24);
            }
            return new Received(changed, fault >= 0);
        });
    }

    /** {@code ip_options_get}: the options a program wants in its packets, none if they break their format. */
    static Optional<HeaderOptions> wanted(Walk walk, HostId host, ByteString bytes) {
        byte[] words = Arrays.copyOf(bytes.toByteArray(), bytes.size() + 3 & ~3);
        Ipv4Options options = new Ipv4Options(walk, host, Optional.empty(), ByteString.of(words));
        int fault = walk.call(
                KernelFunction.IP_OPTIONS_GET, () -> walk.call(KernelFunction.__IP_OPTIONS_COMPILE, options::compile));
        return fault >= 0 ? Optional.empty() : Optional.of(options.notes());
    }

    private HeaderOptions notes() {
        return new HeaderOptions(
                ByteString.of(bytes), recordRoute, timestamp, addressDue, stampAddressDue, stampTimeDue);
    }

    /** {@code __ip_options_compile}: the place of the first fault, -1 if there is none. */
    private int compile() {
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] == END) {
                Arrays.fill(bytes, at, bytes.length, (byte) END);
                return -1;
            }
            if (bytes[at] == NO_OPERATION) {
                at++;
                continue;
            }
            int length = at + 1 < bytes.length ? u8(at + 1) : 0;
            if (length < 2 || length > bytes.length - at) {
                return at;
            }
            int fault = switch (u8(at)) {
                case RECORD_ROUTE -> recordRoute(at, length);
                case TIMESTAMP -> timestamp(at, length);
                default -> -1;
            };
            if (fault >= 0) {
                return fault;
            }
            at += length;
        }
        return -1;
    }

    private int recordRoute(int at, int length) {
        if (recordRoute >= 0 || length < 3 || u8(at + 2) < 4) {
            return recordRoute >= 0 ? at : length < 3 ? at + 1 : at + 2;
        }
        int pointer = u8(at + 2);
        if (pointer <= length) {
            if (pointer + 3 > length) {
                return at + 2;
            }
            skb.ifPresent(packet -> put(
                    at + pointer - 1,
                    IcmpOutput.specificDestination(walk, host, packet).bits()));
            bytes[at + 2] += 4;
            addressDue = true;
        }
        recordRoute = at;
        return -1;
    }

    private int timestamp(int at, int length) {
        if (timestamp >= 0 || length < 4 || u8(at + 2) < 5) {
            return timestamp >= 0 ? at : length < 4 ? at + 1 : at + 2;
        }
        int pointer = u8(at + 2);
        int kind = u8(at + 3) & 0xf;
        if (pointer <= length) {
            int entry = kind == TIMES_AND_ADDRESSES || kind == ADDRESSES_GIVEN ? 8 : 4;
            if (pointer + entry - 1 > length) {
                return at + 2;
            }
            stamp(at, pointer, kind);
        } else if (kind != ADDRESSES_GIVEN) {
            int without = u8(at + 3) >> 4;
            if (without == FULL) {
                return at + 3;
            }
            if (skb.isPresent()) {
                bytes[at + 3] = (byte) (kind | without + 1 << 4);
            }
        }
        timestamp = at;
        return -1;
    }

    private void stamp(int at, int pointer, int kind) {
        if (kind == TIMES_ONLY) {
            skb.ifPresent(packet -> put(at + pointer - 1, now(walk)));
            stampTimeDue = true;
            bytes[at + 2] += 4;
        } else if (kind == TIMES_AND_ADDRESSES) {
            skb.ifPresent(packet -> {
                put(
                        at + pointer - 1,
                        IcmpOutput.specificDestination(walk, host, packet).bits());
                put(at + pointer + 3, now(walk));
            });
            stampAddressDue = true;
            stampTimeDue = true;
            bytes[at + 2] += 8;
        } else if (kind == ADDRESSES_GIVEN && mine(address(at + pointer - 1))) {
            skb.ifPresent(packet -> put(at + pointer + 3, now(walk)));
            stampTimeDue = true;
            bytes[at + 2] += 8;
        }
    }

    /** Whether an address that was given beforehand is not just any host's. */
    private boolean mine(Ipv4Address address) {
        return Fib.addressType(walk, host, skb.orElse(SkBuff.NONE), address, Stage.ROUTE_INPUT) != RouteType.UNICAST;
    }

    // -- writing ---------------------------------------------------------------------------

    /** {@code ip_options_build}: the options of a packet that is sent, with this host's entry. */
    static Ipv4Header built(Walk walk, Ipv4Header header, HeaderOptions wanted) {
        byte[] bytes = wanted.bytes().toByteArray();
        if (wanted.addressDue()) {
            write(
                    bytes,
                    wanted.recordRoute() + (bytes[wanted.recordRoute() + 2] & 0xff) - 5,
                    header.source().bits());
        }
        if (wanted.stampAddressDue()) {
            write(
                    bytes,
                    wanted.timestamp() + (bytes[wanted.timestamp() + 2] & 0xff) - 9,
                    header.source().bits());
        }
        if (wanted.stampTimeDue()) {
            write(bytes, wanted.timestamp() + (bytes[wanted.timestamp() + 2] & 0xff) - 5, now(walk));
        }
        return header.withOptions(ByteString.of(bytes));
    }

    /** {@code ip_forward_options}: a router records the address by which it sends. */
    static SkBuff forwarded(Walk walk, HostId host, SkBuff skb) {
        HeaderOptions notes = skb.options();
        if (!notes.addressDue()) {
            return skb;
        }
        return walk.call(KernelFunction.IP_FORWARD_OPTIONS, () -> {
            Ipv4Header header = skb.packet().ipv4();
            byte[] bytes = header.options().toByteArray();
            int at = notes.recordRoute();
            write(
                    bytes,
                    at + (bytes[at + 2] & 0xff) - 5,
                    sourceOf(walk, host, skb).bits());
            return skb.withPacket(skb.packet().withIpv4(header.withOptions(ByteString.of(bytes))));
        });
    }

    /** {@code ip_rt_get_source} for a packet that came in. */
    private static Ipv4Address sourceOf(Walk walk, HostId host, SkBuff skb) {
        return walk.call(KernelFunction.IP_RT_GET_SOURCE, () -> {
            Ipv4Header header = skb.packet().ipv4();
            int out = skb.route().device();
            FlowKey flow = FlowKey.input(header.destination(), header.source(), skb.device())
                    .withOutputInterface(out)
                    .withTos(header.tos() & 0xfc)
                    .withMark(skb.mark());
            Optional<RouteMatch> match = Fib.lookup(
                            walk, host, skb, RouteQuery.of(flow), Stage.FORWARD, RouteEvent.Purpose.ROUTE)
                    .outcome()
                    .match();
            return match.isPresent()
                    ? OutputRoute.preferredSource(walk, host, skb, match.get())
                    : Fib.selectSource(
                            walk, host, skb, out, skb.route().nextHop(header.destination()), RouteScope.UNIVERSE);
        });
    }

    /** {@code __ip_options_echo}: the options of an answer to a packet. */
    static HeaderOptions echoed(Walk walk, HostId host, SkBuff skb) {
        HeaderOptions notes = skb.options();
        if (notes.length() == 0) {
            return HeaderOptions.NONE;
        }
        return walk.call(KernelFunction.__IP_OPTIONS_ECHO, () -> {
            ByteString asked = skb.packet().ipv4().options();
            byte[] answer = new byte[asked.size()];
            int length = 0;
            int recordRoute = -1;
            int timestamp = -1;
            boolean addressDue = false;
            boolean stampAddressDue = false;
            boolean stampTimeDue = false;
            if (notes.recordRoute() >= 0) {
                int size = copy(asked, notes.recordRoute(), answer, length);
                recordRoute = length;
                int pointer = answer[length + 2] & 0xff;
                if (notes.addressDue() && pointer <= size) {
                    answer[length + 2] += 4;
                    addressDue = true;
                }
                length += size;
            }
            if (notes.timestamp() >= 0) {
                int size = copy(asked, notes.timestamp(), answer, length);
                timestamp = length;
                int pointer = answer[length + 2] & 0xff;
                boolean given = (answer[length + 3] & 0xf) == ADDRESSES_GIVEN;
                if (pointer <= size && notes.stampAddressDue()) {
                    stampAddressDue = true;
                    pointer += 4;
                }
                if (pointer <= size && notes.stampTimeDue() && !given) {
                    stampTimeDue = true;
                    pointer += 4;
                } else if (notes.stampTimeDue() && given && pointer + 7 <= size) {
                    Ipv4Options reader = new Ipv4Options(walk, host, Optional.of(skb), ByteString.of(answer));
                    stampTimeDue = reader.mine(reader.address(length + pointer - 1));
                    pointer += stampTimeDue ? 8 : 0;
                }
                answer[length + 2] = (byte) pointer;
                length += size;
            }
            ByteString words = ByteString.of(Arrays.copyOf(answer, length + 3 & ~3));
            return new HeaderOptions(words, recordRoute, timestamp, addressDue, stampAddressDue, stampTimeDue);
        });
    }

    private static int copy(ByteString from, int at, byte[] to, int position) {
        int size = from.u8(at + 1);
        from.slice(at, at + size).copyTo(to, position);
        return size;
    }

    /** {@code ip_options_fragment}: later fragments keep only what is marked to be copied. */
    static ByteString ofLaterFragment(ByteString options) {
        byte[] bytes = options.toByteArray();
        int at = 0;
        while (at < bytes.length && bytes[at] != END) {
            int length = bytes[at] == NO_OPERATION ? 1 : at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
            if (length == 0 || bytes[at] != NO_OPERATION && length < 2 || at + length > bytes.length) {
                break;
            }
            if ((bytes[at] & COPIED) == 0) {
                Arrays.fill(bytes, at, at + length, (byte) NO_OPERATION);
            }
            at += length;
        }
        return ByteString.of(bytes);
    }

    // -- bytes -----------------------------------------------------------------------------

    private int u8(int at) {
        return bytes[at] & 0xff;
    }

    private Ipv4Address address(int at) {
        return new Ipv4Address(u8(at) << 24 | u8(at + 1) << 16 | u8(at + 2) << 8 | u8(at + 3));
    }

    private void put(int at, int word) {
        write(bytes, at, word);
    }

    private static void write(byte[] bytes, int at, int word) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (word >>> 24 - 8 * i);
        }
    }

    /** {@code inet_current_timestamp}: milliseconds since midnight; virtual time begins then. */
    private static int now(Walk walk) {
        return (int) (walk.now().nanos() / 1_000_000 % MILLIS_PER_DAY);
    }
}
