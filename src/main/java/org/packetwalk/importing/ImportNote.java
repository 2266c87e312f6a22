package org.packetwalk.importing;

/**
 * A line of the collected text that is not in the lab as it stood there.
 *
 * @param line its number in the text, 1 and up; 0 if it concerns no single line
 * @param text the line
 * @param kind what became of it
 * @param detail what {@link Kind} says more about it, empty if nothing
 */
public record ImportNote(int line, String text, Kind kind, String detail) {

    /** What became of a line. */
    public enum Kind {
        /** It has no form that is known. */
        NOT_UNDERSTOOD,
        /** It sets something that is not simulated. */
        NOT_SIMULATED,
        /** The command made of it was refused; the detail is the answer. */
        REFUSED,
        /** Something the text does not say was assumed; the detail is what. */
        ASSUMED,
        /** A device that is not simulated; the detail is what stands for it. */
        STAND_IN,
        /** The host said it and the lab does not. */
        MISSING,
        /** The lab says it and the host did not; the text is the lab's line. */
        ADDED,
        /** A command could not be run on the host; the detail is its answer. */
        NOT_COLLECTED
    }

    /** The key of the sentence in the message bundles; its arguments are line, text and detail. */
    public String key() {
        return "import.note." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
