package org.packetwalk.shell;

import org.packetwalk.kernel.device.NetDevice;

/** What {@code ethtool -k} prints of the devices whose features were read on Linux 6.18. */
final class EthtoolFeatures {

    /** A deeper line belongs to the one above. */
    private static final String NAMES = """
            rx-checksumming
            tx-checksumming
            \ttx-checksum-ipv4
            \ttx-checksum-ip-generic
            \ttx-checksum-ipv6
            \ttx-checksum-fcoe-crc
            \ttx-checksum-sctp
            scatter-gather
            \ttx-scatter-gather
            \ttx-scatter-gather-fraglist
            tcp-segmentation-offload
            \ttx-tcp-segmentation
            \ttx-tcp-ecn-segmentation
            \ttx-tcp-mangleid-segmentation
            \ttx-tcp6-segmentation
            \ttx-tcp-accecn-segmentation
            generic-segmentation-offload
            generic-receive-offload
            large-receive-offload
            rx-vlan-offload
            tx-vlan-offload
            ntuple-filters
            receive-hashing
            highdma
            rx-vlan-filter
            vlan-challenged
            tx-gso-robust
            tx-fcoe-segmentation
            tx-gre-segmentation
            tx-gre-csum-segmentation
            tx-ipxip4-segmentation
            tx-ipxip6-segmentation
            tx-udp_tnl-segmentation
            tx-udp_tnl-csum-segmentation
            tx-gso-partial
            tx-tunnel-remcsum-segmentation
            tx-sctp-segmentation
            tx-esp-segmentation
            tx-udp-segmentation
            tx-gso-list
            tx-nocache-copy
            loopback
            rx-fcs
            rx-all
            tx-vlan-stag-hw-insert
            rx-vlan-stag-hw-parse
            rx-vlan-stag-filter
            l2-fwd-offload
            hw-tc-offload
            esp-hw-offload
            esp-tx-csum-hw-offload
            rx-udp_tunnel-port-offload
            tls-hw-tx-offload
            tls-hw-rx-offload
            rx-gro-hw
            tls-hw-record
            rx-gro-list
            macsec-hw-offload
            rx-udp-gro-forwarding
            hsr-tag-ins-offload
            hsr-tag-rm-offload
            hsr-fwd-offload
            hsr-dup-offload
            """;

    private static final String LOOPBACK = "1+01001+11++++++++000001010000000000+0++0100000000000000-0-0000";
    private static final String VETH = "++0+00+++++++++++-0++00+0000++++++00+0++-000++0000000000-0-0000";
    private static final String BRIDGE = "0+0+000+++++++++++00+00+00!!++++++++++++-000+00000000000-0-0000";
    private static final String VXLAN = "++0+000+++++++++++000000000000000000+0++-000000000000000-0-0000";

    private EthtoolFeatures() {}

    static CommandResult print(NetDevice device) {
        String kind = device.isLoopback() ? "lo" : device.kind().word();
        String states = switch (kind) {
            case "lo" -> LOOPBACK;
            case "veth" -> VETH;
            case "bridge" -> BRIDGE;
            case "vxlan" -> VXLAN;
            default -> "";
        };
        if (states.isEmpty()) {
            return CommandResult.failed(
                    1, "ethtool -k for " + kind + " is not simulated. Known here: bridge, lo, veth, vxlan.\n");
        }
        StringBuilder out = new StringBuilder("Features for " + device.name() + ":\n");
        String[] names = NAMES.split("\n");
        for (int i = 0; i < names.length; i++) {
            out.append(names[i]).append(": ").append(state(states.charAt(i))).append('\n');
        }
        return CommandResult.printed(out.toString());
    }

    private static String state(char state) {
        return switch (state) {
            case '+' -> "on";
            case '-' -> "off";
            case '1' -> "on [fixed]";
            case '!' -> "off [requested on]";
            default -> "off [fixed]";
        };
    }
}
