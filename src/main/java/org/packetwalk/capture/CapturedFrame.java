package org.packetwalk.capture;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.packet.PacketCodec;

/**
 * A frame as a packet socket got it.
 *
 * @param at when
 * @param device the ifindex of the device
 * @param deviceName its name
 * @param loopback whether the device is lo
 * @param direction which way it went
 * @param vlan the number of the VLAN it was tagged with beside its bytes ({@code skb->vlan_tci}), -1 if it was not
 * @param bytes the frame from its Ethernet header on
 */
public record CapturedFrame(
        SimTime at, int device, String deviceName, boolean loopback, Direction direction, int vlan, ByteString bytes) {

    /** The bytes of an Ethernet header. */
    static final int ETHERNET_HEADER = 14;

    /** The bytes of a header of a cooked capture ({@code LINKTYPE_LINUX_SLL2}). */
    static final int COOKED_HEADER = 20;

    /** The bytes of a header of the first kind of cooked capture ({@code LINKTYPE_LINUX_SLL}). */
    static final int COOKED_HEADER_1 = 16;

    private static final int TAG = 4;
    private static final int ADDRESS = 6;
    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_LOOPBACK = 772;

    /**
     * A buffer with a link header, as a packet socket copies it. Transport checksums are what they are before a device
     * completes them ({@link PartialChecksum}).
     */
    public static CapturedFrame of(
            SimTime at, SkBuff skb, int device, String deviceName, boolean loopback, Direction direction) {
        ByteString bytes = PartialChecksum.leave(skb.packet(), PacketCodec.encode(skb.packet()));
        return new CapturedFrame(at, device, deviceName, loopback, direction, skb.vlan(), bytes);
    }

    /** The bytes as libpcap hands them on from a device: with the tag back in its place. */
    public ByteString wire() {
        if (vlan < 0) {
            return bytes;
        }
        byte[] tag = {(byte) 0x81, 0, (byte) (vlan >> 8), (byte) vlan};
        return bytes.slice(0, 2 * ADDRESS).concat(ByteString.of(tag)).concat(bytes.from(2 * ADDRESS));
    }

    /** The bytes as libpcap hands them on from all devices at once: behind a cooked header. */
    ByteString cooked() {
        byte[] header = new byte[COOKED_HEADER];
        put16(header, 0, outerType().value());
        put16(header, 4, device >>> 16);
        put16(header, 6, device);
        put16(header, 8, hardware());
        header[10] = (byte) direction.number();
        header[11] = ADDRESS;
        bytes.slice(ADDRESS, 2 * ADDRESS).copyTo(header, 12);
        return ByteString.of(header).concat(cookedPayload());
    }

    /** The same behind the older header, which does not tell the device. */
    ByteString cooked1() {
        byte[] header = new byte[COOKED_HEADER_1];
        put16(header, 0, direction.number());
        put16(header, 2, hardware());
        put16(header, 4, ADDRESS);
        bytes.slice(ADDRESS, 2 * ADDRESS).copyTo(header, 6);
        put16(header, 14, outerType().value());
        return ByteString.of(header).concat(cookedPayload());
    }

    /** The type behind the hardware addresses, the tag not looked at. */
    int etherType() {
        return bytes.u16(2 * ADDRESS);
    }

    private EtherType outerType() {
        return vlan < 0 ? new EtherType(etherType()) : EtherType.VLAN;
    }

    private int hardware() {
        return loopback ? ARPHRD_LOOPBACK : ARPHRD_ETHER;
    }

    private ByteString cookedPayload() {
        ByteString payload = bytes.from(ETHERNET_HEADER);
        if (vlan < 0) {
            return payload;
        }
        byte[] tag = new byte[TAG];
        put16(tag, 0, vlan);
        put16(tag, 2, etherType());
        return ByteString.of(tag).concat(payload);
    }

    /** How long the frame was, its tag counted. */
    public int length() {
        return bytes.size() + (vlan < 0 ? 0 : TAG);
    }

    private static void put16(byte[] target, int at, int value) {
        target[at] = (byte) (value >> 8);
        target[at + 1] = (byte) value;
    }
}
