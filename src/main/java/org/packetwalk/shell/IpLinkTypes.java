package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.device.MacvlanMode;
import org.packetwalk.netlink.BridgeOption;
import org.packetwalk.netlink.BridgeOption.Key;
import org.packetwalk.netlink.NewKind;
import org.packetwalk.netlink.PortOption;

/** What follows {@code type KIND} in {@code ip link} ({@code ip/iplink_bridge.c} and its siblings). */
final class IpLinkTypes {

    /** One more than the kernel's attribute holds. */
    private static final int NO_ID = 0x1_0000;

    private static final Map<String, Key> BRIDGE = new LinkedHashMap<>();

    static {
        BRIDGE.put("forward_delay", Key.FORWARD_DELAY);
        BRIDGE.put("hello_time", Key.HELLO_TIME);
        BRIDGE.put("max_age", Key.MAX_AGE);
        BRIDGE.put("ageing_time", Key.AGEING_TIME);
        BRIDGE.put("stp_state", Key.STP_STATE);
        BRIDGE.put("priority", Key.PRIORITY);
        BRIDGE.put("vlan_filtering", Key.VLAN_FILTERING);
        BRIDGE.put("mcast_snooping", Key.MCAST_SNOOPING);
        BRIDGE.put("mcast_querier", Key.MCAST_QUERIER);
        BRIDGE.put("group_fwd_mask", Key.GROUP_FWD_MASK);
        BRIDGE.put("nf_call_iptables", Key.NF_CALL_IPTABLES);
    }

    private static final List<String> BRIDGE_NOT_SIMULATED = List.of(
            "group_address",
            "no_linklocal_learn",
            "fdb_max_learned",
            "vlan_protocol",
            "vlan_default_pvid",
            "vlan_stats_enabled",
            "vlan_stats_per_port",
            "mcast_vlan_snooping",
            "mcast_router",
            "mcast_query_use_ifaddr",
            "mcast_hash_elasticity",
            "mcast_hash_max",
            "mcast_last_member_count",
            "mcast_startup_query_count",
            "mcast_last_member_interval",
            "mcast_membership_interval",
            "mcast_querier_interval",
            "mcast_query_interval",
            "mcast_query_response_interval",
            "mcast_startup_query_interval",
            "mcast_stats_enabled",
            "mcast_igmp_version",
            "mcast_mld_version",
            "nf_call_ip6tables",
            "nf_call_arptables");

    private static final String BRIDGE_USAGE = """
            Usage: ... bridge [ fdb_flush ]
            \t\t  [ forward_delay FORWARD_DELAY ]
            \t\t  [ hello_time HELLO_TIME ]
            \t\t  [ max_age MAX_AGE ]
            \t\t  [ ageing_time AGEING_TIME ]
            \t\t  [ stp_state STP_STATE ]
            \t\t  [ priority PRIORITY ]
            \t\t  [ group_fwd_mask MASK ]
            \t\t  [ group_address ADDRESS ]
            \t\t  [ no_linklocal_learn NO_LINKLOCAL_LEARN ]
            \t\t  [ vlan_filtering VLAN_FILTERING ]
            \t\t  [ vlan_protocol VLAN_PROTOCOL ]
            \t\t  [ vlan_default_pvid VLAN_DEFAULT_PVID ]
            \t\t  [ vlan_stats_enabled VLAN_STATS_ENABLED ]
            \t\t  [ vlan_stats_per_port VLAN_STATS_PER_PORT ]
            \t\t  [ mcast_snooping MULTICAST_SNOOPING ]
            \t\t  [ mcast_vlan_snooping MULTICAST_VLAN_SNOOPING ]
            \t\t  [ mcast_router MULTICAST_ROUTER ]
            \t\t  [ mcast_query_use_ifaddr MCAST_QUERY_USE_IFADDR ]
            \t\t  [ mcast_querier MULTICAST_QUERIER ]
            \t\t  [ mcast_hash_elasticity HASH_ELASTICITY ]
            \t\t  [ mcast_hash_max HASH_MAX ]
            \t\t  [ mcast_last_member_count LAST_MEMBER_COUNT ]
            \t\t  [ mcast_startup_query_count STARTUP_QUERY_COUNT ]
            \t\t  [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]
            \t\t  [ mcast_membership_interval MEMBERSHIP_INTERVAL ]
            \t\t  [ mcast_querier_interval QUERIER_INTERVAL ]
            \t\t  [ mcast_query_interval QUERY_INTERVAL ]
            \t\t  [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]
            \t\t  [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]
            \t\t  [ mcast_stats_enabled MCAST_STATS_ENABLED ]
            \t\t  [ mcast_igmp_version IGMP_VERSION ]
            \t\t  [ mcast_mld_version MLD_VERSION ]
            \t\t  [ nf_call_iptables NF_CALL_IPTABLES ]
            \t\t  [ nf_call_ip6tables NF_CALL_IP6TABLES ]
            \t\t  [ nf_call_arptables NF_CALL_ARPTABLES ]

            Where: VLAN_PROTOCOL := { 802.1Q | 802.1ad }
            """;

    private IpLinkTypes() {}

    /** The options of {@code type bridge}. */
    static List<BridgeOption> bridge(Words words) {
        List<BridgeOption> options = new ArrayList<>();
        while (words.hasNext()) {
            String word = words.next();
            if (Words.matches(word, "fdb_flush")) {
                options.add(new BridgeOption(Key.FDB_FLUSH, 1));
                continue;
            }
            String keyword = BRIDGE.keySet().stream()
                    .filter(name -> name.equals(word) || word.length() > 2 && Words.matches(word, name))
                    .findFirst()
                    .orElse("");
            if (keyword.isEmpty()) {
                if (BRIDGE_NOT_SIMULATED.contains(word)) {
                    throw Words.notSimulated(
                            "ip link … type bridge", word, "fdb_flush, " + String.join(", ", BRIDGE.keySet()));
                }
                throw new Refusal(
                        CommandResult.failed(1, "bridge: unknown command \"" + word + "\"?\n" + BRIDGE_USAGE));
            }
            String text = words.next();
            long value = Words.number(text);
            if (value < 0 || value > 0xffffffffL) {
                throw new Refusal(255, "Error: argument \"" + text + "\" is wrong: invalid " + keyword);
            }
            if (BRIDGE.get(keyword) == Key.STP_STATE && value != 0) {
                throw Words.notSimulated("ip link … type bridge", "stp_state " + text, "stp_state 0");
            }
            options.add(new BridgeOption(BRIDGE.get(keyword), value));
        }
        return options;
    }

    /** The options of {@code type bridge_slave}. */
    static List<PortOption> bridgePort(Words words) {
        List<PortOption> options = new ArrayList<>();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("fdb_flush")) {
                options.add(new PortOption.Flush());
                continue;
            }
            options.add(PortFlagNames.option(word, words, "ip link set … type bridge_slave")
                    .orElseThrow(() -> new Refusal(1, "bridge_slave: unknown option \"" + word + "\"?")));
        }
        return options;
    }

    /** The options of {@code type vlan}. */
    static NewKind vlan(Words words, int lower) {
        int id = -1;
        while (words.hasNext()) {
            String word = words.next();
            if (Words.matches(word, "id")) {
                String number = words.next();
                id = (int) Math.min(Words.number(number), NO_ID);
                if (id < 0 || id == NO_ID) {
                    throw Words.plainlyWrong(number, "id is invalid");
                }
            } else if (Words.matches(word, "protocol")
                    && words.hasNext()
                    && words.peek().equalsIgnoreCase("802.1q")) {
                words.next();
            } else {
                throw Words.notSimulated("ip link add … type vlan", word, "id, protocol 802.1Q");
            }
        }
        if (id < 0) {
            throw new Refusal(2, "Error: 8021q: VLAN properties not specified.");
        }
        return new NewKind.Vlan(lower, id);
    }

    /** The options of {@code type macvlan}. */
    static NewKind macvlan(Words words, int lower) {
        return new NewKind.Macvlan(lower, macvlanMode(words).orElse(MacvlanMode.VEPA));
    }

    /** The mode that the options of {@code type macvlan} name. */
    static Optional<MacvlanMode> macvlanMode(Words words) {
        Optional<MacvlanMode> mode = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (!Words.matches(word, "mode")) {
                throw Words.notSimulated("ip link … type macvlan", word, "mode private, vepa, bridge");
            }
            mode = Optional.of(mode(words.next()));
        }
        return mode;
    }

    private static MacvlanMode mode(String word) {
        if (word.equals("passthru") || word.equals("source")) {
            throw Words.notSimulated("ip link … type macvlan mode", word, "private, vepa, bridge");
        }
        for (MacvlanMode mode : MacvlanMode.values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw new Refusal(
                1,
                "Error: argument of \"mode\" must be \"private\", \"vepa\", \"bridge\", \"passthru\" or \"source\", not \""
                        + word + "\"");
    }
}
