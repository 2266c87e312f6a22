package org.packetwalk.capture;

import java.util.Optional;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.net.ServiceNames;

/** One frame while its text is made: the bytes, how far they may be read, and the text so far. It lives for one line. */
final class Dissection {

    private final TextOptions options;
    private final CaptureNames names;
    private final ByteString bytes;
    private final StringBuilder out = new StringBuilder();
    private int end;
    private String protocol = "";
    private TcpSequences sequences;
    private int linkHeader;

    Dissection(TextOptions options, CaptureNames names, ByteString bytes, TcpSequences sequences) {
        this.options = options;
        this.names = names;
        this.bytes = bytes;
        this.end = bytes.size();
        this.sequences = sequences;
    }

    TextOptions options() {
        return options;
    }

    boolean verbose() {
        return options.verbose();
    }

    TcpSequences sequences() {
        return sequences;
    }

    void sequences(TcpSequences now) {
        sequences = now;
    }

    String text() {
        return out.toString();
    }

    /** How many bytes stand before the network header. */
    int linkHeader() {
        return linkHeader;
    }

    void linkHeader(int bytes) {
        linkHeader = bytes;
    }

    // -- writing ---------------------------------------------------------------------------

    Dissection print(String text) {
        out.append(text);
        return this;
    }

    Dissection print(long number) {
        out.append(number);
        return this;
    }

    /** Notes which protocol is read, for the case that the bytes end. */
    void in(String name) {
        protocol = name;
    }

    void truncated() {
        print(" [|" + protocol + "]");
    }

    // -- reading ---------------------------------------------------------------------------

    /** {@code ndo_snapend}: behind the last byte that may be read. */
    int end() {
        return end;
    }

    /** Reads no further than this from now on. */
    void end(int now) {
        end = Math.min(end, now);
    }

    boolean has(int at, int length) {
        return at >= 0 && length >= 0 && at + length <= end;
    }

    void need(int at, int length) {
        if (!has(at, length)) {
            throw new Truncated();
        }
    }

    int u8(int at) {
        need(at, 1);
        return bytes.u8(at);
    }

    int u16(int at) {
        need(at, 2);
        return bytes.u16(at);
    }

    int u32(int at) {
        need(at, 4);
        return bytes.u32(at);
    }

    /** The unsigned number of 32 bits. */
    long u32l(int at) {
        return u32(at) & 0xffffffffL;
    }

    ByteString slice(int at, int length) {
        need(at, length);
        return bytes.slice(at, at + length);
    }

    // -- names -----------------------------------------------------------------------------

    Ipv4Address ipv4(int at) {
        return new Ipv4Address(u32(at));
    }

    Ipv6Address ipv6(int at) {
        need(at, 16);
        return new Ipv6Address(bytes.u64(at), bytes.u64(at + 8));
    }

    /** A hardware address, with its maker where names are wanted ({@code etheraddr_string}). */
    String mac(int at) {
        MacAddress address = plainMac(at);
        if (options.numeric()) {
            return address.toString();
        }
        if (address.isBroadcast()) {
            return "Broadcast";
        }
        return address + (bytes.u16(at) == 0 && bytes.u8(at + 2) == 0 ? " (oui Ethernet)" : " (oui Unknown)");
    }

    MacAddress plainMac(int at) {
        need(at, 6);
        return new MacAddress((long) bytes.u16(at) << 32 | bytes.u32(at + 2) & 0xffffffffL);
    }

    String host4(int at) {
        return named(ipv4(at).toString());
    }

    String host6(int at) {
        return named(ipv6(at).toString());
    }

    private String named(String address) {
        Optional<String> name = options.numeric() ? Optional.empty() : names.of(address);
        return name.orElse(address);
    }

    String port(int number, boolean udp) {
        return options.numeric()
                ? Integer.toString(number)
                : ServiceNames.name(number, udp).orElse(Integer.toString(number));
    }
}
