package org.packetwalk.kernel.netfilter;

/** The netfilter hooks of the IP families, in the kernel's numbering ({@code enum nf_inet_hooks}). */
public enum Hook {
    PREROUTING,
    INPUT,
    FORWARD,
    OUTPUT,
    POSTROUTING
}
