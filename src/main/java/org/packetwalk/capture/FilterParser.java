package org.packetwalk.capture;

import java.util.List;
import java.util.Optional;

/** Reads filter expressions ({@code gencode.c} and {@code grammar.y} of libpcap). */
public final class FilterParser {

    private static final String KNOWN =
            "dst, src, host, net, mask, port, portrange, proto, ether, ip, ip6, arp, rarp, icmp,"
                    + " icmp6, igmp, tcp, udp, sctp, broadcast, multicast, less, greater, len, inbound, outbound, vlan, and, or, not";
    private static final List<String> NOT_HERE = List.of(
            "protochain",
            "mpls",
            "pppoed",
            "pppoes",
            "llc",
            "wlan",
            "fddi",
            "tr",
            "decnet",
            "ifname",
            "on",
            "rnr",
            "rulenum",
            "reason",
            "rset",
            "ruleset",
            "srnr",
            "subrulenum",
            "action",
            "iso",
            "clnp",
            "esis",
            "isis",
            "atalk",
            "aarp",
            "lat",
            "moprc",
            "mopdl",
            "stp",
            "ipx",
            "netbeui",
            "geneve",
            "byte",
            "type",
            "subtype",
            "dir",
            "lane");
    private static final List<String> KINDS = List.of("host", "net", "port", "portrange", "proto");

    private final FilterTokens tokens;
    private final FilterValues values;
    private final CaptureLink link;
    private Qualifier last = Qualifier.NONE;

    private FilterParser(FilterTokens tokens, CaptureNames addresses, CaptureLink link) {
        this.tokens = tokens;
        this.values = new FilterValues(tokens, addresses, link);
        this.link = link;
    }

    /** What became of an expression. */
    public sealed interface Result {

        /** It is a filter. */
        record Understood(Filter filter) implements Result {}

        /**
         * It is none.
         *
         * @param message why, in the words of libpcap
         * @param understood whether libpcap says so; if not, the simulator does not know a part of it
         */
        record Refused(String message, boolean understood) implements Result {}
    }

    /**
     * Words before a value.
     *
     * @param protocol a protocol, empty if none was named
     * @param direction {@code src}, {@code dst}, {@code and} or {@code or} of both; empty if none was named
     * @param kind what the value is, empty if it was not said
     */
    record Qualifier(String protocol, String direction, String kind) {

        static final Qualifier NONE = new Qualifier("", "", "");

        boolean none() {
            return equals(NONE);
        }
    }

    /**
     * Reads an expression.
     *
     * @param addresses the addresses of names
     * @param link what captured bytes begin with
     */
    public static Result parse(String text, CaptureNames addresses, CaptureLink link) {
        try {
            FilterTokens tokens = new FilterTokens(text);
            if (tokens.end()) {
                return new Result.Understood(Filter.EVERYTHING);
            }
            FilterParser parser = new FilterParser(tokens, addresses, link);
            Filter filter = parser.expression();
            if (!tokens.end()) {
                throw FilterFault.syntax();
            }
            return new Result.Understood(filter);
        } catch (FilterFault fault) {
            return new Result.Refused(fault.getMessage(), fault.understood());
        }
    }

    /** {@code and} and {@code or} bind alike, from the left. */
    private Filter expression() {
        Filter left = term();
        while (true) {
            if (tokens.take("and", "&&")) {
                left = new Filter.And(left, term());
            } else if (tokens.take("or", "||")) {
                left = new Filter.Or(left, term());
            } else {
                return left;
            }
        }
    }

    private Filter term() {
        if (tokens.take("not", "!")) {
            return new Filter.Not(term());
        }
        Optional<Filter> comparison = new FilterArithmetic(tokens).comparison();
        if (comparison.isPresent()) {
            return comparison.get();
        }
        if (tokens.take("(")) {
            Filter inner = expression();
            tokens.expect(")");
            return inner;
        }
        return primitive();
    }

    private Filter primitive() {
        String word = tokens.peek();
        if (NOT_HERE.contains(word)) {
            throw FilterFault.unknownHere("filter word \"" + word + "\" is not simulated. Known here: " + KNOWN + ".");
        }
        if (tokens.take("gateway")) {
            throw new FilterFault("'gateway' not supported in this configuration");
        }
        if (tokens.take("inbound", "outbound")) {
            return new Filter.Outbound(word.equals("outbound"));
        }
        if (tokens.take("less", "greater")) {
            String number = tokens.next();
            if (!FilterTokens.isNumber(number)) {
                throw FilterFault.syntax();
            }
            return new Filter.Compared(
                    new FilterNumber.Length(),
                    word.equals("less") ? "<=" : ">=",
                    new FilterNumber.Constant(FilterTokens.number(number)));
        }
        if (tokens.take("vlan")) {
            boolean numbered = FilterTokens.isNumber(tokens.peek());
            return new Filter.Vlan(numbered ? (int) FilterTokens.number(tokens.next()) : Filter.Vlan.ANY);
        }
        return qualified();
    }

    private Filter qualified() {
        String protocol = FilterProtocols.known(tokens.peek()) ? tokens.next() : "";
        if (tokens.take("broadcast")) {
            return broadcast(protocol);
        }
        if (tokens.take("multicast")) {
            return multicast(protocol);
        }
        String direction = direction();
        String kind = KINDS.contains(tokens.peek()) ? tokens.next() : "";
        Qualifier qualifier = new Qualifier(protocol, direction, kind);
        boolean value = isValue();
        if (qualifier.none()) {
            if (!value || last.none()) {
                throw FilterFault.syntax();
            }
            return values.filter(last, tokens.next());
        }
        if (value) {
            last = qualifier;
            return values.filter(qualifier, tokens.next());
        }
        if (tokens.peek().equals("(") && !(direction.isEmpty() && kind.isEmpty())) {
            last = qualifier;
            return term();
        }
        if (!direction.isEmpty() || !kind.isEmpty() || protocol.equals("ether") || protocol.equals("link")) {
            throw FilterFault.syntax();
        }
        return FilterProtocols.filter(protocol);
    }

    private String direction() {
        if (!tokens.peek().equals("src") && !tokens.peek().equals("dst")) {
            return "";
        }
        String first = tokens.next();
        String other = first.equals("src") ? "dst" : "src";
        String joint = tokens.peek();
        if (tokens.peek(1).equals(other) && List.of("and", "or", "&&", "||").contains(joint)) {
            tokens.next();
            tokens.next();
            return joint.equals("and") || joint.equals("&&") ? "and" : "or";
        }
        return first;
    }

    private boolean isValue() {
        String token = tokens.peek();
        boolean wordLike = token.matches("\\\\?[0-9A-Za-z:].*") && !token.equals(":");
        return wordLike
                && !List.of("and", "or", "not", "src", "dst", "broadcast", "multicast", "less", "greater", "inbound")
                        .contains(token)
                && !KINDS.contains(token)
                && !FilterProtocols.known(token)
                && !List.of("outbound", "vlan", "len", "mask", "gateway").contains(token);
    }

    private Filter broadcast(String protocol) {
        if (protocol.isEmpty() || protocol.equals("ether") || protocol.equals("link")) {
            if (link != CaptureLink.ETHERNET) {
                throw new FilterFault("not a broadcast link");
            }
            return new Filter.Hardware(false, 0xffffffffffffL);
        }
        if (!protocol.equals("ip")) {
            throw new FilterFault("only link-layer/IP broadcast filters supported");
        }
        return values.ipBroadcast();
    }

    private Filter multicast(String protocol) {
        return switch (protocol) {
            case "", "ether", "link" -> {
                if (link != CaptureLink.ETHERNET) {
                    throw new FilterFault("link-layer multicast filters supported only on"
                            + " ethernet/FDDI/token ring/ARCNET/802.11/ATM LANE/Fibre Channel");
                }
                yield new Filter.LinkMulticast();
            }
            case "ip" -> new Filter.Masked(EtherTypes.IPV4, 16, 1, 0xe0, 0xe0);
            case "ip6" -> new Filter.Masked(EtherTypes.IPV6, 24, 1, 0xff, 0xff);
            default ->
                throw new FilterFault(
                        "IP multicast filters supported only on ethernet/FDDI/token ring/ARCNET/802.11/ATM LANE/Fibre Channel");
        };
    }
}
