package org.packetwalk.shell;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.stack.NetNamespace;

/**
 * Which neighbours {@code ip neigh show} prints.
 *
 * @param device ifindex, 0 for all
 * @param states the states
 * @param to the prefix their addresses lie in
 * @param proxies whether the addresses this host answers for are asked for
 * @param unused whether only those are asked for that no timer holds
 * @param master ifindex of the master of their device, 0 for none, -1 for all
 * @param protocol who made them, -1 for all
 */
record IpNeighborFilter(
        int device, Set<NudState> states, IpPrefix to, boolean proxies, boolean unused, int master, int protocol) {

    private static final int ANY = -1;

    static IpNeighborFilter parse(Words words, Place place, boolean flush) {
        int device = 0;
        Set<NudState> states = EnumSet.noneOf(NudState.class);
        IpPrefix to = Ipv4Prefix.DEFAULT;
        boolean proxies = false;
        boolean unused = false;
        int master = ANY;
        int protocol = ANY;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                String name = words.next();
                if (device != 0) {
                    throw Words.duplicate("dev", name);
                }
                device = place.deviceOrRefuse(name);
            } else if (word.equals("unused")) {
                unused = true;
            } else if (word.equals("nud")) {
                String name = words.next();
                long number = Words.number(name);
                if (number >= 0) {
                    numbered(states, number);
                } else if (name.equals("all")) {
                    states.addAll(EnumSet.allOf(NudState.class));
                } else {
                    states.add(state(name).orElseThrow(() -> Words.plainlyWrong(name, "nud state is bad")));
                }
            } else if (word.equals("proxy")) {
                proxies = true;
            } else if (word.equals("master")) {
                String name = words.next();
                master = place.device(name).orElseThrow(() -> Words.wrong(name, "Device does not exist"));
            } else if (word.equals("nomaster")) {
                master = 0;
            } else if (word.equals("vrf")) {
                throw Words.wrong(words.next(), "Not a valid VRF name");
            } else if (word.equals("protocol")) {
                String name = words.next();
                protocol = RouteProtocol.parse(name)
                        .orElseThrow(() -> Words.wrong(name, "invalid \"protocol\""))
                        .number();
            } else {
                if (!word.equals("to")) {
                    words.back();
                }
                to = words.anyPrefix();
            }
        }
        if (states.isEmpty()) {
            states = EnumSet.allOf(NudState.class);
            states.remove(NudState.NOARP);
            states.remove(flush ? NudState.PERMANENT : NudState.NONE);
        }
        return new IpNeighborFilter(device, states, to, proxies, unused, master, protocol);
    }

    /** {@code nud_state_a2n}. */
    static Optional<NudState> state(String word) {
        long number = Words.number(word);
        if (number >= 0) {
            return Arrays.stream(NudState.values())
                    .filter(state -> bit(state) == number)
                    .findFirst();
        }
        for (NudState state : NudState.values()) {
            if (Words.matches(word, state.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static void numbered(Set<NudState> states, long bits) {
        for (NudState state : NudState.values()) {
            if ((bit(state) & bits) != 0) {
                states.add(state);
            }
        }
    }

    /** {@code NUD_*}. */
    private static long bit(NudState state) {
        return state == NudState.NONE ? 0 : 1L << state.ordinal() - 1;
    }

    /** What a program learned is shown whatever its state. */
    boolean shows(NeighborEntry entry, NetNamespace ns) {
        return entry.proxy() == proxies
                && (device == 0 || device == entry.key().device())
                && (proxies || entry.marks().learnedElsewhere() || states.contains(entry.state()))
                && !(unused && entry.hasTimer())
                && (master == ANY
                        || master
                                == ns.devices()
                                        .find(entry.key().device())
                                        .map(NetDevice::master)
                                        .orElse(0))
                && (protocol == ANY || protocol == entry.marks().protocol())
                && (to.equals(Ipv4Prefix.DEFAULT) || to.covers(entry.key().address()));
    }
}
