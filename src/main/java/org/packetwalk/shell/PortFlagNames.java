package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.device.PortFlag;
import org.packetwalk.kernel.device.PortState;
import org.packetwalk.netlink.PortOption;

/** The words of {@code bridge link set} and {@code ip link set type bridge_slave} for the settings of a port. */
final class PortFlagNames {

    private static final Map<String, PortFlag> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put("guard", PortFlag.GUARD);
        FLAGS.put("hairpin", PortFlag.HAIRPIN);
        FLAGS.put("fastleave", PortFlag.FAST_LEAVE);
        FLAGS.put("root_block", PortFlag.ROOT_BLOCK);
        FLAGS.put("learning", PortFlag.LEARNING);
        FLAGS.put("flood", PortFlag.FLOOD);
        FLAGS.put("mcast_flood", PortFlag.MULTICAST_FLOOD);
        FLAGS.put("bcast_flood", PortFlag.BROADCAST_FLOOD);
        FLAGS.put("mcast_to_unicast", PortFlag.MULTICAST_TO_UNICAST);
        FLAGS.put("isolated", PortFlag.ISOLATED);
    }

    private static final List<String> NOT_SIMULATED = List.of(
            "learning_sync",
            "mcast_router",
            "mcast_max_groups",
            "mcast_fast_leave",
            "hwmode",
            "self",
            "neigh_suppress",
            "neigh_vlan_suppress",
            "vlan_tunnel",
            "locked",
            "mab",
            "proxy_arp",
            "proxy_arp_wifi",
            "group_fwd_mask",
            "backup_port",
            "nobackup_port");

    private static final int INVALID = 234;
    private static final int MAX_STATE = 4;

    private PortFlagNames() {}

    /** What a word and the next mean; nothing if the word is no setting of a port. */
    static Optional<PortOption> option(String word, Words words, String command) {
        if (FLAGS.containsKey(word)) {
            return Optional.of(new PortOption.Flag(FLAGS.get(word), onOrOff(words, word)));
        }
        if (NOT_SIMULATED.contains(word)) {
            throw Words.notSimulated(command, word, String.join(", ", FLAGS.keySet()) + ", state, priority, cost");
        }
        return switch (word) {
            case "state" -> Optional.of(new PortOption.State(state(words.next())));
            case "priority" ->
                Optional.of(new PortOption.Priority((int) words.number(value -> value <= 0xffff, "invalid priority")));
            case "cost" -> Optional.of(new PortOption.Cost(words.unsigned32("invalid cost")));
            default -> Optional.empty();
        };
    }

    private static PortState state(String word) {
        long number = Words.number(word);
        if (number >= 0 && number <= MAX_STATE) {
            return PortState.values()[(int) number];
        }
        for (PortState state : PortState.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new Refusal(255, "Error: invalid STP port state");
    }

    private static boolean onOrOff(Words words, String key) {
        String word = words.next();
        if (word.equals("on") || word.equals("off")) {
            return word.equals("on");
        }
        throw new Refusal(
                INVALID, "Error: argument of \"" + key + "\" must be one of \"off\", \"on\", not \"" + word + "\"");
    }
}
