package org.packetwalk.packet;

/**
 * Where a field lies in the bytes of a packet, and what it says.
 *
 * <p>{@code layer} is the index of its header in the packet, the number of headers for the payload. {@code name} is a
 * stable key such as {@code ipv4.ttl}. The field begins {@code bitOffset} bits (0 to 7, from the left) into the byte
 * at {@code byteOffset}, is {@code bitLength} bits long, and touches {@code byteLength} bytes.
 */
public record FieldSpan(
        int layer, String name, String value, int byteOffset, int byteLength, int bitOffset, int bitLength) {

    /** Whether the byte at an index is touched by the field. */
    public boolean touches(int byteIndex) {
        return byteIndex >= byteOffset && byteIndex < byteOffset + byteLength;
    }
}
