package org.packetwalk.capture;

/** What is wrong with a filter expression, in the words of libpcap; answered at the boundary of this package. */
final class FilterFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean understood;

    FilterFault(String message) {
        this(message, true);
    }

    private FilterFault(String message, boolean understood) {
        super(message, null, false, false);
        this.understood = understood;
    }

    /** What libpcap knows and the simulator does not. */
    static FilterFault unknownHere(String message) {
        return new FilterFault(message, false);
    }

    static FilterFault syntax() {
        return new FilterFault("can't parse filter expression: syntax error");
    }

    /** Whether libpcap would refuse it, too. */
    boolean understood() {
        return understood;
    }
}
