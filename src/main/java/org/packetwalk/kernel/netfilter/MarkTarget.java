package org.packetwalk.kernel.netfilter;

/** Targets that change the mark of the packet or of its connection; the chain goes on ({@code xt_mark.c}, {@code xt_connmark.c}). */
public sealed interface MarkTarget extends Target {

    private static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }

    /** How a change of bits is listed. */
    private static String change(int value, int mask) {
        if (value == 0) {
            return "and " + hex(~mask);
        }
        if (value == mask) {
            return "or " + hex(value);
        }
        if (mask == 0) {
            return "xor " + hex(value);
        }
        return mask == -1 ? "set " + hex(value) : "xset " + hex(value) + "/" + hex(mask);
    }

    /** Clears the bits of {@code mask} and toggles those of {@code value}. */
    record Mark(int value, int mask) implements MarkTarget {

        int apply(int mark) {
            return mark & ~mask ^ value;
        }

        @Override
        public String saved() {
            return "-j MARK --set-xmark " + hex(value) + "/" + hex(mask);
        }

        @Override
        public String name() {
            return "MARK";
        }

        @Override
        public String listed() {
            return "MARK " + change(value, mask);
        }
    }

    /** The same for the mark of the connection. */
    record ConnMark(int value, int mask) implements MarkTarget {

        int apply(int mark) {
            return mark & ~mask ^ value;
        }

        @Override
        public boolean needsTracking() {
            return true;
        }

        @Override
        public String saved() {
            return "-j CONNMARK --set-xmark " + hex(value) + "/" + hex(mask);
        }

        @Override
        public String name() {
            return "CONNMARK";
        }

        @Override
        public String listed() {
            return "CONNMARK " + change(value, mask);
        }
    }

    /**
     * Copies a mark.
     *
     * @param save whether the packet's goes to the connection; otherwise the connection's to the packet
     * @param packetMask the bits of the packet's mark
     * @param connectionMask the bits of the connection's
     */
    record Copy(boolean save, int packetMask, int connectionMask) implements MarkTarget {

        /** The mark that is written, after it. */
        int apply(int packet, int connection) {
            return save
                    ? connection & ~connectionMask ^ packet & packetMask
                    : packet & ~packetMask ^ connection & connectionMask;
        }

        @Override
        public boolean needsTracking() {
            return true;
        }

        @Override
        public String saved() {
            return "-j CONNMARK --" + (save ? "save" : "restore") + "-mark --nfmask " + hex(packetMask) + " --ctmask "
                    + hex(connectionMask);
        }

        @Override
        public String name() {
            return "CONNMARK";
        }

        @Override
        public String listed() {
            String verb = "CONNMARK " + (save ? "save" : "restore");
            if (packetMask == connectionMask) {
                return packetMask == -1 ? verb : verb + " mask " + hex(packetMask);
            }
            return verb + " nfmask " + hex(packetMask) + " ctmask ~" + hex(connectionMask);
        }
    }
}
