package org.packetwalk.shell;

/** Words that mean nothing to a command; thrown by parsers and answered at the boundary, it never leaves the shell. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient CommandResult result;
    private final boolean understood;

    Refusal(CommandResult result) {
        this(result, true);
    }

    private Refusal(CommandResult result, boolean understood) {
        super(result.stderr(), null, false, false);
        this.result = result;
        this.understood = understood;
    }

    /** What the real tool knows and the simulator does not. */
    static Refusal unknownHere(int exit, String sentence) {
        return new Refusal(CommandResult.failed(exit, sentence + "\n"), false);
    }

    /** Whether the real tool would refuse, too. */
    boolean understood() {
        return understood;
    }

    /** A complaint of one line. */
    Refusal(int exit, String complaint) {
        this(CommandResult.failed(exit, complaint + "\n"));
    }

    /** The same after warnings that were printed before. */
    Refusal after(String warnings) {
        return new Refusal(result.after(new CommandResult(0, "", warnings)), understood);
    }

    CommandResult result() {
        return result;
    }
}
