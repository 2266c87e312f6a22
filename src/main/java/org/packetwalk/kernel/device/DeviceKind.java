package org.packetwalk.kernel.device;

import org.packetwalk.kernel.HostId;

/** What a device is; each kind carries what only it has. */
public sealed interface DeviceKind {

    /** The word of {@code ip link add … type WORD}, empty for lo. */
    String word();

    /** {@code lo}: what is sent through it is received by it ({@code drivers/net/loopback.c}). */
    record Loopback() implements DeviceKind {

        @Override
        public String word() {
            return "";
        }
    }

    /**
     * One end of a virtual cable ({@code drivers/net/veth.c}).
     *
     * @param peerHost the namespace of the other end
     * @param peerIndex the ifindex of the other end there
     */
    record Veth(HostId peerHost, int peerIndex) implements DeviceKind {

        @Override
        public String word() {
            return "veth";
        }
    }
}
