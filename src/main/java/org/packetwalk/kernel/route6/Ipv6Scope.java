package org.packetwalk.kernel.route6;

import org.packetwalk.net.Ipv6Address;

/** How far an IPv6 address reaches ({@code IPV6_ADDR_SCOPE_*}, RFC 4291 sections 2.4 and 2.7), narrow to wide. */
public enum Ipv6Scope {
    NODE(1, "host"),
    LINK(2, "link"),
    SITE(5, "site"),
    ORGANIZATION(8, "global"),
    GLOBAL(14, "global");

    private final int number;
    private final String word;

    Ipv6Scope(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** The scope of an address, of a group by its second byte ({@code __ipv6_addr_src_scope}). */
    public static Ipv6Scope of(Ipv6Address address) {
        if (address.isMulticast()) {
            return ofGroup((int) (address.high() >>> 48) & 15);
        }
        if (address.isLoopback()) {
            return NODE;
        }
        if (address.isLinkLocal()) {
            return LINK;
        }
        return address.high() >>> 54 == 0xfec0 >>> 6 ? SITE : GLOBAL;
    }

    private static Ipv6Scope ofGroup(int number) {
        Ipv6Scope found = GLOBAL;
        for (Ipv6Scope scope : values()) {
            if (scope.number >= number && scope.number < found.number) {
                found = scope;
            }
        }
        return found;
    }

    /** The kernel's number, 14 for the widest. */
    public int number() {
        return number;
    }

    /** The word of {@code ip address}. */
    public String word() {
        return word;
    }
}
