package org.packetwalk.export.json;

import org.packetwalk.trace.Trace;

/**
 * What a trace file holds.
 *
 * @param savedBy the version of Packetwalk that saved it
 * @param labText the lab as it was, the whole script; empty if there was none
 * @param trace what happened, with every decision
 */
public record SavedTrace(String savedBy, String labText, Trace trace) {}
