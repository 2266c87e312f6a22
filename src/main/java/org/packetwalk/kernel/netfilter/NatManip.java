package org.packetwalk.kernel.netfilter;

/** Which end of a packet is translated. */
public enum NatManip {
    SOURCE,
    DESTINATION;

    /** What a hook translates: destinations before routing, sources after it. */
    public static NatManip at(Hook hook) {
        return hook == Hook.INPUT || hook == Hook.POSTROUTING ? SOURCE : DESTINATION;
    }
}
