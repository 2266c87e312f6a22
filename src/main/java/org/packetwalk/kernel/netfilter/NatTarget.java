package org.packetwalk.kernel.netfilter;

import java.util.Locale;

/** Targets of table nat: they bind a connection to a translation ({@code xt_nat.c}, {@code xt_MASQUERADE.c}, …). */
public sealed interface NatTarget extends Target {

    @Override
    default boolean needsTracking() {
        return true;
    }

    /** Which end is translated ({@code enum nf_nat_manip_type}). */
    NatManip manip();

    /** How a port is chosen. */
    enum PortChoice {
        KEEP,
        RANDOM,
        RANDOM_FULLY;

        private String option() {
            return this == KEEP ? "" : " --" + word();
        }

        private String listed() {
            return this == KEEP ? "" : " " + word();
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * SNAT and DNAT.
     *
     * @param range where to
     * @param choice how a port is chosen
     * @param persistent whether a client gets the same address each time
     */
    record Translate(NatManip manip, NatRange range, PortChoice choice, boolean persistent) implements NatTarget {

        @Override
        public String saved() {
            return (manip == NatManip.SOURCE ? "-j SNAT --to-source " : "-j DNAT --to-destination ")
                    + range.text()
                    + choice.option()
                    + (persistent ? " --persistent" : "");
        }

        @Override
        public String name() {
            return manip == NatManip.SOURCE ? "SNAT" : "DNAT";
        }

        @Override
        public String listed() {
            return "to:" + range.text() + choice.listed() + (persistent ? " persistent" : "");
        }
    }

    /** The source becomes the address of the device the packet leaves by. */
    record Masquerade(PortRange ports, PortChoice choice) implements NatTarget {

        @Override
        public NatManip manip() {
            return NatManip.SOURCE;
        }

        @Override
        public String saved() {
            return "-j MASQUERADE" + (ports.isAll() ? "" : " --to-ports " + ports.text("-")) + choice.option();
        }

        @Override
        public String name() {
            return "MASQUERADE";
        }

        @Override
        public String listed() {
            return ((ports.isAll() ? "" : "masq ports: " + ports.text("-")) + choice.listed()).strip();
        }
    }

    /** The destination becomes this host. */
    record Redirect(PortRange ports, PortChoice choice) implements NatTarget {

        @Override
        public NatManip manip() {
            return NatManip.DESTINATION;
        }

        @Override
        public String saved() {
            return "-j REDIRECT" + (ports.isAll() ? "" : " --to-ports " + ports.text("-")) + choice.option();
        }

        @Override
        public String name() {
            return "REDIRECT";
        }

        @Override
        public String listed() {
            return ((ports.isAll() ? "" : "redir ports " + ports.text("-")) + choice.listed()).strip();
        }
    }

    /** The network part of the address is exchanged, the host part stays. */
    record NetMap(NatManip manip, AddressMask network) implements NatTarget {

        @Override
        public String saved() {
            return "-j NETMAP --to " + network.saved();
        }

        @Override
        public String name() {
            return "NETMAP";
        }

        @Override
        public String listed() {
            return "to:" + network.saved();
        }
    }
}
