package org.packetwalk.capture;

import java.util.Locale;
import java.util.OptionalInt;

import org.packetwalk.capture.FilterParser.Qualifier;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.net.ServiceNames;

/** Turns a value and the words before it into a filter ({@code gen_scode}, {@code gen_ncode}, {@code gen_mcode}). */
final class FilterValues {

    private static final int SOURCE4 = 12;
    private static final int DESTINATION4 = 16;
    private static final int SENDER = 14;
    private static final int TARGET = 24;
    private static final int SOURCE6 = 8;
    private static final int DESTINATION6 = 24;
    private static final int BITS4 = 32;
    private static final int BITS6 = 128;
    private static final int HIGHEST_PORT = 65_535;

    private final FilterTokens tokens;
    private final CaptureNames addresses;
    private final CaptureLink link;

    FilterValues(FilterTokens tokens, CaptureNames addresses, CaptureLink link) {
        this.tokens = tokens;
        this.addresses = addresses;
        this.link = link;
    }

    Filter filter(Qualifier qualifier, String token) {
        return switch (qualifier.kind()) {
            case "port" -> ports(qualifier, token, token);
            case "portrange" -> {
                int dash = token.indexOf('-');
                yield dash < 0
                        ? ports(qualifier, token, token)
                        : ports(qualifier, token.substring(0, dash), token.substring(dash + 1));
            }
            case "proto" -> protocol(qualifier.protocol(), token.replace("\\", ""));
            case "net" -> net(qualifier, token);
            default -> host(qualifier, token);
        };
    }

    // -- addresses -------------------------------------------------------------------------

    private Filter host(Qualifier qualifier, String token) {
        boolean hardware = token.matches("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}");
        if (qualifier.protocol().equals("ether") || qualifier.protocol().equals("link")) {
            return hardware(qualifier, token, hardware);
        }
        if (hardware) {
            throw new FilterFault("ethernet address used in non-ether expression");
        }
        if (Ipv6Address.isValid(token)) {
            return net6(qualifier, Ipv6Address.parse(token), BITS6);
        }
        String address = token.matches("\\d{1,3}(\\.\\d{1,3}){3}")
                ? token
                : addresses.of(token).orElseThrow(() -> new FilterFault("unknown host '" + token + "'"));
        if (!Ipv4Address.isValid(address)) {
            throw new FilterFault("invalid IPv4 address '" + address + "'");
        }
        return net4(qualifier, Ipv4Address.parse(address).bits() & FilterNumber.WORD, FilterNumber.WORD, "host");
    }

    private Filter hardware(Qualifier qualifier, String token, boolean hardware) {
        if (!hardware) {
            throw new FilterFault(
                    token.matches("[0-9.]+") ? "illegal link layer address" : "unknown ether host '" + token + "'");
        }
        if (link != CaptureLink.ETHERNET) {
            throw new FilterFault(
                    "ethernet addresses supported only on ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel");
        }
        StringBuilder padded = new StringBuilder();
        for (String part : token.toLowerCase(Locale.ROOT).split(":")) {
            padded.append(padded.isEmpty() ? "" : ":")
                    .append(part.length() == 1 ? "0" : "")
                    .append(part);
        }
        long bits = MacAddress.parse(padded.toString()).bits();
        return both(qualifier, new Filter.Hardware(true, bits), new Filter.Hardware(false, bits));
    }

    private Filter net(Qualifier qualifier, String token) {
        if (token.contains(":")) {
            int length = tokens.take("/") ? length(BITS6) : BITS6;
            return net6(qualifier, Ipv6Address.parse(token), length);
        }
        if (!token.matches("\\d{1,3}(\\.\\d{1,3}){0,3}")) {
            throw new FilterFault("unknown network '" + token + "'");
        }
        String[] octets = token.split("\\.");
        long value = 0;
        for (String octet : octets) {
            value = value << 8 | Integer.parseInt(octet) & 0xff;
        }
        value <<= BITS4 - 8 * octets.length;
        long mask = FilterNumber.WORD << BITS4 - 8 * octets.length & FilterNumber.WORD;
        String written = token;
        if (tokens.take("/")) {
            int length = length(BITS4);
            mask = length == 0 ? 0 : FilterNumber.WORD << BITS4 - length & FilterNumber.WORD;
            written += "/" + length;
        } else if (tokens.take("mask")) {
            String word = tokens.next();
            if (!Ipv4Address.isValid(word)) {
                throw FilterFault.syntax();
            }
            mask = Ipv4Address.parse(word).bits() & FilterNumber.WORD;
            written += " mask " + word;
        }
        if ((value & ~mask) != 0) {
            throw new FilterFault("non-network bits set in \"" + written + "\"");
        }
        return net4(qualifier, value, mask, "net");
    }

    private int length(int most) {
        String token = tokens.next();
        if (!FilterTokens.isNumber(token)) {
            throw FilterFault.syntax();
        }
        long length = FilterTokens.number(token);
        if (length > most) {
            throw new FilterFault("mask length must be <= " + most);
        }
        return (int) length;
    }

    private Filter net4(Qualifier qualifier, long value, long mask, String kind) {
        Filter ip = both(
                qualifier,
                new Filter.Masked(EtherTypes.IPV4, SOURCE4, 4, mask, value),
                new Filter.Masked(EtherTypes.IPV4, DESTINATION4, 4, mask, value));
        return switch (qualifier.protocol()) {
            case "" ->
                new Filter.Or(
                        ip,
                        new Filter.Or(
                                resolution(qualifier, EtherTypes.ARP, value, mask),
                                resolution(qualifier, EtherTypes.REVERSE_ARP, value, mask)));
            case "ip" -> ip;
            case "arp", "rarp" -> resolution(qualifier, FilterProtocols.type(qualifier.protocol()), value, mask);
            default -> throw new FilterFault("'" + qualifier.protocol() + "' modifier applied to " + kind);
        };
    }

    private static Filter resolution(Qualifier qualifier, int type, long value, long mask) {
        return both(
                qualifier,
                new Filter.Masked(type, SENDER, 4, mask, value),
                new Filter.Masked(type, TARGET, 4, mask, value));
    }

    private Filter net6(Qualifier qualifier, Ipv6Address address, int length) {
        if (!qualifier.protocol().isEmpty() && !qualifier.protocol().equals("ip6")) {
            throw new FilterFault("'" + qualifier.protocol() + "' modifier applied to ip6 "
                    + (qualifier.kind().equals("net") ? "net" : "host"));
        }
        long high = length == 0 ? 0 : length >= 64 ? -1L : -1L << 64 - length;
        long low = length <= 64 ? 0 : -1L << BITS6 - length;
        if ((address.high() & ~high) != 0 || (address.low() & ~low) != 0) {
            throw new FilterFault("non-network bits set in \"" + address + "/" + length + "\"");
        }
        return both(qualifier, half(SOURCE6, address, high, low), half(DESTINATION6, address, high, low));
    }

    private static Filter half(int at, Ipv6Address address, long high, long low) {
        return new Filter.And(
                new Filter.Masked(EtherTypes.IPV6, at, 8, high, address.high()),
                new Filter.Masked(EtherTypes.IPV6, at + 8, 8, low, address.low()));
    }

    private static Filter both(Qualifier qualifier, Filter source, Filter destination) {
        return switch (qualifier.direction()) {
            case "src" -> source;
            case "dst" -> destination;
            case "and" -> new Filter.And(source, destination);
            default -> new Filter.Or(source, destination);
        };
    }

    /** All ones; the address of a network cannot be known, as tcpdump knows no netmask here. */
    Filter ipBroadcast() {
        return new Filter.Masked(EtherTypes.IPV4, DESTINATION4, 4, FilterNumber.WORD, FilterNumber.WORD);
    }

    // -- ports and protocols ---------------------------------------------------------------

    private Filter ports(Qualifier qualifier, String first, String second) {
        String protocol = qualifier.protocol();
        if (!protocol.isEmpty() && !FilterProtocols.hasPorts(protocol)) {
            throw new FilterFault("illegal qualifier of '" + qualifier.kind() + "'");
        }
        int from = port(first, protocol);
        int to = port(second, protocol);
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        if (!protocol.isEmpty()) {
            return ports(qualifier, FilterProtocols.number(protocol), low, high);
        }
        return new Filter.Or(
                ports(qualifier, IpProtocols.TCP, low, high),
                new Filter.Or(
                        ports(qualifier, IpProtocols.UDP, low, high), ports(qualifier, IpProtocols.SCTP, low, high)));
    }

    private static Filter ports(Qualifier qualifier, int protocol, int low, int high) {
        return both(
                qualifier, new Filter.Ports(protocol, true, low, high), new Filter.Ports(protocol, false, low, high));
    }

    private static int port(String token, String protocol) {
        if (FilterTokens.isNumber(token)) {
            long number = FilterTokens.number(token);
            if (number > HIGHEST_PORT) {
                throw new FilterFault("illegal port number " + number + " > 65535");
            }
            return (int) number;
        }
        OptionalInt tcp = protocol.equals("udp") ? OptionalInt.empty() : ServiceNames.port(token, false);
        OptionalInt udp = protocol.equals("tcp") ? OptionalInt.empty() : ServiceNames.port(token, true);
        if (tcp.isEmpty() && udp.isEmpty()) {
            throw new FilterFault("unknown port '" + token + "'");
        }
        return tcp.orElseGet(udp::getAsInt);
    }

    private static Filter protocol(String qualifier, String token) {
        if (qualifier.equals("ether") || qualifier.equals("link")) {
            if (FilterTokens.isNumber(token)) {
                return new Filter.Type((int) FilterTokens.number(token));
            }
            if (!FilterProtocols.isType(token)) {
                throw new FilterFault("unknown ether proto '" + token + "'");
            }
            return new Filter.Type(FilterProtocols.type(token));
        }
        int number = FilterTokens.isNumber(token) ? (int) FilterTokens.number(token) : FilterProtocols.number(token);
        if (number < 0) {
            throw new FilterFault("unknown " + (qualifier.equals("ip6") ? "ip6" : "ip") + " proto '" + token + "'");
        }
        return switch (qualifier) {
            case "ip" -> new Filter.Protocol4(number);
            case "ip6" -> new Filter.Protocol6(number);
            default -> new Filter.Or(new Filter.Protocol4(number), new Filter.Protocol6(number));
        };
    }
}
