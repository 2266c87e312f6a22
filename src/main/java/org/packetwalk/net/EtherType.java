package org.packetwalk.net;

/** The type field of an Ethernet II frame, 0 to 0xffff; the kernel's {@code ETH_P_*}. */
public record EtherType(int value) implements Comparable<EtherType> {

    /** 0x0800, {@code ETH_P_IP}. */
    public static final EtherType IPV4 = new EtherType(0x0800);

    /** 0x0806, {@code ETH_P_ARP}. */
    public static final EtherType ARP = new EtherType(0x0806);

    /** 0x8100, {@code ETH_P_8021Q}. */
    public static final EtherType VLAN = new EtherType(0x8100);

    /** 0x86dd, {@code ETH_P_IPV6}. */
    public static final EtherType IPV6 = new EtherType(0x86dd);

    /**
     * Refuses what does not fit the field.
     *
     * @throws IllegalArgumentException if the value is not 0 to 0xffff
     */
    public EtherType {
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException(value + " is not an EtherType: it must be 0 to 65535.");
        }
    }

    /** The name, such as {@code IPv4}, or the value in hexadecimal. */
    public String label() {
        return switch (value) {
            case 0x0800 -> "IPv4";
            case 0x0806 -> "ARP";
            case 0x8100 -> "802.1Q";
            case 0x86dd -> "IPv6";
            default -> String.format("0x%04x", value);
        };
    }

    @Override
    public int compareTo(EtherType other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return label();
    }
}
