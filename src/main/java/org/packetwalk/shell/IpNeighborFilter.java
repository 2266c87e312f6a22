package org.packetwalk.shell;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Prefix;

/**
 * Which neighbours {@code ip neigh show} prints.
 *
 * @param device ifindex, 0 for all
 * @param states the states
 * @param to the prefix their addresses lie in
 * @param proxies whether the addresses this host answers for are asked for
 */
record IpNeighborFilter(int device, Set<NudState> states, IpPrefix to, boolean proxies) {

    static IpNeighborFilter parse(Words words, Place place, boolean flush) {
        int device = 0;
        Set<NudState> states = EnumSet.noneOf(NudState.class);
        IpPrefix to = Ipv4Prefix.DEFAULT;
        boolean proxies = false;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                String name = words.next();
                if (device != 0) {
                    throw Words.duplicate("dev", name);
                }
                device = place.deviceOrRefuse(name);
            } else if (word.equals("unused")) {
                states.remove(NudState.NONE);
            } else if (word.equals("nud")) {
                String name = words.next();
                if (name.equals("all")) {
                    states.addAll(EnumSet.allOf(NudState.class));
                } else {
                    states.add(state(name).orElseThrow(() -> Words.plainlyWrong(name, "nud state is bad")));
                }
            } else if (word.equals("proxy")) {
                proxies = true;
            } else if (word.equals("master")
                    || word.equals("vrf")
                    || word.equals("nomaster")
                    || word.equals("protocol")) {
                throw Words.notSimulated("ip neigh show", word, "dev, nud, proxy, to, unused");
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
            states.remove(NudState.NONE);
            if (flush) {
                states.remove(NudState.PERMANENT);
            }
        }
        return new IpNeighborFilter(device, states, to, proxies);
    }

    /** {@code nud_state_a2n}. */
    static Optional<NudState> state(String word) {
        for (NudState state : NudState.values()) {
            if (Words.matches(word, state.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    boolean shows(NeighborEntry entry) {
        return entry.proxy() == proxies
                && (device == 0 || device == entry.key().device())
                && (proxies || states.contains(entry.state()))
                && (to.equals(Ipv4Prefix.DEFAULT) || to.covers(entry.key().address()));
    }
}
