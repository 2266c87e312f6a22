package org.packetwalk.random;

/** Addresses for rules and packets of one IP family. */
interface FilterAddresses {

    /** Whether they are of IPv6. */
    boolean six();

    /** An address somebody has, or one near it, or another. */
    String any();

    /** One that somebody has. */
    String own();

    /** A network or an address as rules take them. */
    String network();
}
