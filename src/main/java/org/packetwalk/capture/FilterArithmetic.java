package org.packetwalk.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.capture.FilterNumber.Base;

/** Reads comparisons of numbers in filter expressions, such as {@code tcp[tcpflags] & tcp-syn != 0}. */
final class FilterArithmetic {

    private static final List<String> RELATIONS = List.of("=", "==", "!=", "<", ">", "<=", ">=");
    private static final List<List<String>> OPERATORS = List.of(
            List.of("|"), List.of("^"), List.of("&"), List.of("<<", ">>"), List.of("+", "-"), List.of("*", "/", "%"));
    private static final Map<String, Integer> NAMES = FilterProtocols.table("""
            icmptype 0 icmpcode 1 icmp-echoreply 0 icmp-unreach 3 icmp-sourcequench 4 icmp-redirect 5 icmp-echo 8
            icmp-routeradvert 9 icmp-routersolicit 10 icmp-timxceed 11 icmp-paramprob 12 icmp-tstamp 13
            icmp-tstampreply 14 icmp-ireq 15 icmp-ireqreply 16 icmp-maskreq 17 icmp-maskreply 18
            icmp6type 0 icmp6code 1 icmp6-destinationrunreach 1 icmp6-packettoobig 2 icmp6-timeexceeded 3
            icmp6-parameterproblem 4 icmp6-echo 128 icmp6-echoreply 129 icmp6-multicastlistenerquery 130
            icmp6-multicastlistenerreportv1 131 icmp6-multicastlistenerdone 132 icmp6-routersolicit 133
            icmp6-routeradvert 134 icmp6-neighborsolicit 135 icmp6-neighboradvert 136 icmp6-redirect 137
            icmp6-multicastlistenerreportv2 143
            tcpflags 13 tcp-fin 1 tcp-syn 2 tcp-rst 4 tcp-push 8 tcp-ack 16 tcp-urg 32 tcp-ece 64 tcp-cwr 128
            """);

    private final FilterTokens tokens;
    private Filter needed = Filter.EVERYTHING;

    FilterArithmetic(FilterTokens tokens) {
        this.tokens = tokens;
    }

    /** The comparison that stands next; nothing, and nothing read, if there is none. */
    Optional<Filter> comparison() {
        int before = tokens.position();
        Optional<FilterNumber> left = number(0);
        if (left.isEmpty() || !RELATIONS.contains(tokens.peek())) {
            tokens.back(before);
            return Optional.empty();
        }
        String relation = tokens.next();
        FilterNumber right = number(0).orElseThrow(FilterFault::syntax);
        Filter compared = new Filter.Compared(left.get(), relation, right);
        return Optional.of(needed.equals(Filter.EVERYTHING) ? compared : new Filter.And(needed, compared));
    }

    private Optional<FilterNumber> number(int level) {
        if (level == OPERATORS.size()) {
            return operand();
        }
        Optional<FilterNumber> left = number(level + 1);
        while (left.isPresent() && OPERATORS.get(level).contains(tokens.peek())) {
            String operator = tokens.next();
            Optional<FilterNumber> right = number(level + 1);
            if (right.isEmpty()) {
                return Optional.empty();
            }
            left = Optional.of(new FilterNumber.Combined(left.get(), operator, right.get()));
        }
        return left;
    }

    private Optional<FilterNumber> operand() {
        String token = tokens.peek();
        if (tokens.take("(")) {
            Optional<FilterNumber> inner = number(0);
            return inner.isPresent() && tokens.take(")") ? inner : Optional.empty();
        }
        if (tokens.take("-")) {
            return operand().map(inner -> new FilterNumber.Combined(new FilterNumber.Constant(0), "-", inner));
        }
        if (FilterTokens.isNumber(token)) {
            return Optional.of(new FilterNumber.Constant(FilterTokens.number(tokens.next())));
        }
        if (NAMES.containsKey(token)) {
            tokens.next();
            return Optional.of(new FilterNumber.Constant(NAMES.get(token)));
        }
        if (tokens.take("len")) {
            return Optional.of(new FilterNumber.Length());
        }
        return FilterProtocols.known(token) && tokens.peek(1).equals("[") ? Optional.of(load()) : Optional.empty();
    }

    private FilterNumber load() {
        String protocol = tokens.next();
        tokens.expect("[");
        FilterNumber offset = number(0).orElseThrow(FilterFault::syntax);
        long size = 1;
        if (tokens.take(":")) {
            String token = tokens.next();
            size = FilterTokens.isNumber(token) ? FilterTokens.number(token) : 0;
        }
        tokens.expect("]");
        if (size != 1 && size != 2 && size != 4) {
            throw new FilterFault("data size must be 1, 2, or 4");
        }
        Filter protocolNeeded = FilterProtocols.filter(protocol);
        Base base = FilterProtocols.base(protocol);
        if (base == Base.TRANSPORT && !protocol.equals("icmp6")) {
            protocolNeeded = new Filter.And(FilterProtocols.over4(protocol), FilterProtocols.FIRST_FRAGMENT);
        }
        if (base != Base.LINK) {
            needed = needed.equals(Filter.EVERYTHING) ? protocolNeeded : new Filter.And(needed, protocolNeeded);
        }
        return new FilterNumber.Load(base, offset, (int) size);
    }
}
