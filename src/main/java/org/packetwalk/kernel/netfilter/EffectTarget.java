package org.packetwalk.kernel.netfilter;

import java.util.List;
import java.util.Locale;

/** Targets that do something besides. */
public sealed interface EffectTarget extends Target {

    /**
     * The answers of REJECT ({@code enum ipt_reject_with}, {@code enum ip6t_reject_with}): destination unreachable with their
     * code; a reset has none.
     */
    enum Answer {
        ICMP_NET_UNREACHABLE(0),
        ICMP_HOST_UNREACHABLE(1),
        ICMP_PROTO_UNREACHABLE(2),
        ICMP_PORT_UNREACHABLE(3),
        ICMP_NET_PROHIBITED(9),
        ICMP_HOST_PROHIBITED(10),
        ICMP_ADMIN_PROHIBITED(13),
        ICMP6_NO_ROUTE(0),
        ICMP6_ADM_PROHIBITED(1),
        ICMP6_ADDR_UNREACHABLE(3),
        ICMP6_PORT_UNREACHABLE(4),
        ICMP6_POLICY_FAIL(5),
        ICMP6_REJECT_ROUTE(6),
        TCP_RESET(-1);

        private final int code;

        Answer(int code) {
            this.code = code;
        }

        /** The ICMP code, -1 if it is no ICMP message. */
        public int code() {
            return code;
        }

        /** Whether it can be given to packets of a family. */
        public boolean isOf(boolean six) {
            return this == TCP_RESET || six == name().startsWith("ICMP6");
        }

        /** The word as typed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Answers, then drops. */
    record Reject(Answer answer) implements EffectTarget {

        @Override
        public String saved() {
            return "-j REJECT --reject-with " + answer.word();
        }

        @Override
        public String name() {
            return "REJECT";
        }

        @Override
        public String listed() {
            return "reject-with " + answer.word();
        }
    }

    /**
     * Writes a line to the kernel's log; the chain goes on.
     *
     * @param level 0 to 7, 4 by default
     * @param flags the bits of {@code NF_LOG_*}: TCP sequence 1, TCP options 2, IP options 4, user 8, hardware addresses 32
     */
    record Log(int level, String prefix, int flags) implements EffectTarget {

        private static final List<String> LEVELS =
                List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");

        @Override
        public String saved() {
            return "-j LOG" + (prefix.isEmpty() ? "" : " --log-prefix " + RuleText.quoted(prefix))
                    + (level == 4 ? "" : " --log-level " + level)
                    + option(1, " --log-tcp-sequence")
                    + option(2, " --log-tcp-options")
                    + option(4, " --log-ip-options")
                    + option(8, " --log-uid")
                    + option(32, " --log-macdecode");
        }

        private String option(int bit, String text) {
            return (flags & bit) == 0 ? "" : text;
        }

        @Override
        public String name() {
            return "LOG";
        }

        @Override
        public String listed() {
            return "LOG flags " + flags + " level " + level + shownPrefix();
        }

        @Override
        public String listedByName() {
            return "LOG level " + LEVELS.get(level & 7) + shownPrefix()
                    + option(1, " tcp-sequence")
                    + option(2, " tcp-options")
                    + option(4, " ip-options")
                    + option(8, " uid")
                    + option(32, " macdecode");
        }

        private String shownPrefix() {
            return prefix.isEmpty() ? "" : " prefix \"" + prefix + "\"";
        }
    }

    /**
     * The packet is not tracked.
     *
     * @param byCt whether it was written as {@code CT --notrack}
     */
    record NoTrack(boolean byCt) implements EffectTarget {

        @Override
        public String saved() {
            return byCt ? "-j CT --notrack" : "-j NOTRACK";
        }

        @Override
        public String name() {
            return "CT";
        }

        @Override
        public String listed() {
            return byCt ? "CT notrack" : "NOTRACK";
        }
    }
}
