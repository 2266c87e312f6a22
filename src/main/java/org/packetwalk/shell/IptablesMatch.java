package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.netfilter.Match;

/** One {@code -m} while its options are read. */
interface IptablesMatch {

    /** The name of the module. */
    String module();

    /** The long options it knows, with their dashes. */
    List<String> options();

    /** Reads one of them, its arguments still in the words. */
    void read(String option, boolean negated, OptionWords words);

    /** Whether it was given in a way that the tool turns into no match at all. */
    default boolean saysNothing() {
        return false;
    }

    /** The match. */
    Match build();
}
