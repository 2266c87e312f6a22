package org.packetwalk.kernel.route;

/** What a routing rule does with a flow it matches: {@code FR_ACT_*}. */
public enum RuleAction {
    /** Searches a table. */
    LOOKUP,
    /** Goes on with another rule. */
    GOTO,
    /** Does nothing. */
    NOP,
    /** Ends the lookup with "Invalid argument". */
    BLACKHOLE,
    /** Ends the lookup with "Network is unreachable". */
    UNREACHABLE,
    /** Ends the lookup with "Permission denied". */
    PROHIBIT
}
