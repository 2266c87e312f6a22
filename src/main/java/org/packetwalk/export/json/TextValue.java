package org.packetwalk.export.json;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.net.LoosePrefix;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.KernelFunction;

/**
 * A value that a trace file writes as the text people know: {@code 10.2.0.0/24}, not bits.
 *
 * @param <T> the type of the value
 * @param write the text of a value
 * @param read the value of a text; throws {@link IllegalArgumentException} if it is none
 */
record TextValue<T>(Function<T, String> write, Function<String, T> read) {

    private static final String NEXT = " > ";
    private static final String LEFT = "~";
    private static final Map<Class<?>, TextValue<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(Ipv4Address.class, new TextValue<>(Ipv4Address::toString, Ipv4Address::parse));
        ALL.put(IpAddress.class, new TextValue<>(IpAddress::toString, IpAddress::parse));
        ALL.put(Ipv4Prefix.class, new TextValue<>(Ipv4Prefix::toString, Ipv4Prefix::parse));
        ALL.put(Ipv6Address.class, new TextValue<>(Ipv6Address::toString, Ipv6Address::parse));
        ALL.put(Ipv6Prefix.class, new TextValue<>(Ipv6Prefix::toString, Ipv6Prefix::parse));
        ALL.put(IpPrefix.class, new TextValue<>(IpPrefix::toString, TextValue::prefix));
        ALL.put(MacAddress.class, new TextValue<>(MacAddress::toString, MacAddress::parse));
        ALL.put(ByteString.class, new TextValue<>(ByteString::toString, ByteString::parseHex));
        ALL.put(CallChain.class, new TextValue<>(TextValue::chain, TextValue::chain));
        ALL.put(
                RouteScope.class,
                new TextValue<>(
                        RouteScope::word,
                        word -> RouteScope.parse(word).orElseThrow(() -> new IllegalArgumentException(word))));
        ALL.put(
                RouteProtocol.class,
                new TextValue<>(
                        RouteProtocol::word,
                        word -> RouteProtocol.parse(word).orElseThrow(() -> new IllegalArgumentException(word))));
    }

    private static IpPrefix prefix(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return text.indexOf(':') >= 0 ? Ipv6Prefix.parse(text) : Ipv4Prefix.parse(text);
        }
        String given = text.substring(0, slash);
        IpAddress address = text.indexOf(':') >= 0 ? Ipv6Address.parse(given) : Ipv4Address.parse(given);
        return LoosePrefix.of(address, Integer.parseInt(text.substring(slash + 1)));
    }

    static boolean is(Class<?> type) {
        return ALL.containsKey(type);
    }

    static String write(Class<?> type, Object value) {
        return write(ALL.get(type), value);
    }

    @SuppressWarnings("unchecked")
    private static <T> String write(TextValue<T> text, Object value) {
        return text.write.apply((T) value);
    }

    static Object read(Class<?> type, String text) {
        return ALL.get(type).read.apply(text);
    }

    /** The functions, outermost first; a tilde marks one that a tail call has left. */
    private static String chain(CallChain chain) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chain.functions().size(); i++) {
            text.append(i == 0 ? "" : NEXT).append(chain.isLeft(i) ? LEFT : "");
            text.append(chain.functions().get(i).kernelName());
        }
        return text.toString();
    }

    private static CallChain chain(String text) {
        CallChain chain = CallChain.EMPTY;
        if (text.isEmpty()) {
            return chain;
        }
        boolean left = false;
        for (String name : text.split(NEXT, -1)) {
            KernelFunction function =
                    KernelFunction.valueOf((name.startsWith(LEFT) ? name.substring(1) : name).toUpperCase(Locale.ROOT));
            chain = left ? chain.tail(function) : chain.enter(function);
            left = name.startsWith(LEFT);
        }
        return left ? chain.tail(chain.innermost()).leave() : chain;
    }
}
