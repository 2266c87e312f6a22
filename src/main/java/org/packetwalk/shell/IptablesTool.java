package org.packetwalk.shell;

/**
 * One of the iptables programs, and how it complains.
 *
 * @param name what it is called
 * @param six whether it is one of IPv6
 */
record IptablesTool(String name, boolean six) {

    /** {@code iptables}. */
    static final IptablesTool IPV4 = new IptablesTool("iptables", false);

    /** {@code ip6tables}. */
    static final IptablesTool IPV6 = new IptablesTool("ip6tables", true);

    private static final String VERSION = " v1.8.9 (nf_tables)";
    private static final int PARAMETER_PROBLEM = 2;
    private static final int RESOURCE_PROBLEM = 4;

    /** The program of a family whose name ends so. */
    IptablesTool with(String ending) {
        return new IptablesTool(name + ending, six);
    }

    /** Name and version, as in front of complaints. */
    String version() {
        return name + VERSION;
    }

    /** {@code xtables_error(PARAMETER_PROBLEM)}: words that mean nothing. */
    Refusal wrong(String complaint) {
        return misplaced(version() + ": " + complaint);
    }

    /** {@code exit_printhelp} after a word that stands where none may. */
    Refusal misplaced(String complaint) {
        return new Refusal(
                PARAMETER_PROBLEM,
                complaint + "\nTry `" + name + " -h' or '" + name + " --help' for more information.");
    }

    /** {@code nft_strerror}: words that do not fit the rules there are. */
    Refusal refused(String complaint) {
        return new Refusal(1, (six ? "ip6tables: " : "iptables: ") + complaint);
    }

    /** What the kernel refuses. */
    Refusal failed(String operation, String why, String what) {
        return new Refusal(RESOURCE_PROBLEM, version() + ":  " + operation + " failed (" + why + "): " + what);
    }

    /** What the real tool knows and the simulator does not do. */
    Refusal notSimulated(String words, String known) {
        return Refusal.unknownHere(
                PARAMETER_PROBLEM, name + " " + words + " is not simulated. Known here: " + known + ".");
    }
}
