package org.packetwalk.kernel.netfilter;

/** Targets that say where to go on. */
public sealed interface VerdictTarget extends Target {

    /** The packet is let through by this chain. */
    record Accept() implements VerdictTarget {

        @Override
        public String saved() {
            return "-j ACCEPT";
        }

        @Override
        public String name() {
            return "ACCEPT";
        }
    }

    /** The packet ends here, in silence. */
    record Drop() implements VerdictTarget {

        @Override
        public String saved() {
            return "-j DROP";
        }

        @Override
        public String name() {
            return "DROP";
        }
    }

    /** Back to the chain that jumped here; at the end of a built-in chain its policy decides. */
    record Return() implements VerdictTarget {

        @Override
        public String saved() {
            return "-j RETURN";
        }

        @Override
        public String name() {
            return "RETURN";
        }
    }

    /**
     * On with another chain.
     *
     * @param forGood {@code -g}: its end is the end of this chain, too
     */
    record Jump(String chain, boolean forGood) implements VerdictTarget {

        @Override
        public String saved() {
            return (forGood ? "-g " : "-j ") + chain;
        }

        @Override
        public String name() {
            return chain;
        }

        @Override
        public String listed() {
            return forGood ? "[goto] " : "";
        }
    }

    /** Only counts. */
    record Nothing() implements VerdictTarget {

        @Override
        public String saved() {
            return "";
        }

        @Override
        public String name() {
            return "";
        }
    }
}
