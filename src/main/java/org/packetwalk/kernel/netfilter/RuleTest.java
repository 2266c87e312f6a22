package org.packetwalk.kernel.netfilter;

import java.util.List;

import org.packetwalk.kernel.Check;

/**
 * One rule that was asked about a packet, or the policy at the end.
 *
 * @param chain the chain it is in
 * @param number its place from 1, 0 for the policy
 * @param line the rule as {@code iptables-save} writes it
 * @param checks what was compared, up to the first that did not hold
 * @param fate what came of it
 * @param counter its counter afterwards
 */
public record RuleTest(String chain, int number, String line, List<Check> checks, Fate fate, Counter counter) {

    /** Copies the list. */
    public RuleTest {
        checks = List.copyOf(checks);
    }

    /** What came of asking a rule. */
    public enum Fate {
        /** The packet does not fit. */
        NOT_MATCHED,
        /** It fits, and the chain goes on. */
        CONTINUED,
        /** It fits; on with another chain. */
        JUMPED,
        /** It fits; back to the chain before, or to the policy. */
        RETURNED,
        /** It fits, and that decides. */
        DECIDED,
        /** No rule decided: the policy does. */
        POLICY
    }
}
