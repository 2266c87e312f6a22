package org.packetwalk.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.net.LoosePrefix;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.KernelFunction;

/**
 * Values of records made by their shape alone, so that a new event has samples the day it is written: a plain one, and one for
 * each constant, each side of a boolean and each record of a sealed type anywhere inside.
 */
public final class Samples {

    private static final Ipv4Address ADDRESS = Ipv4Address.of(10, 0, 0, 1);
    private static final Map<Class<?>, List<Object>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put(Ipv4Address.class, List.of(ADDRESS, Ipv4Address.ANY, Ipv4Address.LOOPBACK));
        KNOWN.put(Ipv4Prefix.class, List.of(new Ipv4Prefix(ADDRESS, 32), Ipv4Prefix.DEFAULT));
        KNOWN.put(Ipv6Address.class, List.of(Ipv6Address.parse("fe80::1")));
        KNOWN.put(Ipv6Prefix.class, List.of(Ipv6Prefix.of(Ipv6Address.parse("fe80::1")), Ipv6Prefix.DEFAULT));
        KNOWN.put(
                LoosePrefix.class,
                List.of(new LoosePrefix(ADDRESS, 8), new LoosePrefix(Ipv6Address.parse("fe80::1"), 64)));
        KNOWN.put(MacAddress.class, List.of(MacAddress.parse("02:00:00:00:00:01")));
        KNOWN.put(ByteString.class, List.of(ByteString.EMPTY, ByteString.parseHex("00010203")));
        KNOWN.put(String.class, List.of("lo", ""));
        KNOWN.put(int.class, List.of(1, 0));
        KNOWN.put(long.class, List.of(1L, 0L));
        KNOWN.put(boolean.class, List.of(true, false));
        CallChain chain = CallChain.EMPTY.enter(KernelFunction.__SYS_SENDTO).enter(KernelFunction.RAW_SENDMSG);
        KNOWN.put(
                CallChain.class,
                List.of(
                        chain,
                        CallChain.EMPTY,
                        chain.tail(KernelFunction.IP_OUTPUT).enter(KernelFunction.IP_FINISH_OUTPUT2),
                        chain.tail(KernelFunction.IP_OUTPUT).leave()));
        Packet echo = Packet.of(
                        ByteString.zeros(56),
                        Ipv4Header.of(IpProtocol.ICMP, ADDRESS, ADDRESS),
                        IcmpMessage.echoRequest(7, 1))
                .withLengths();
        KNOWN.put(SkBuff.class, List.of(SkBuff.of(new PacketId(1), echo).on(2, "eth0"), SkBuff.NONE));
    }

    private Samples() {}

    /** A value of a type. */
    public static Object of(Type type) {
        return variants(type).get(0);
    }

    /** Values of a type: the plain one first, then one for each difference that may matter. */
    public static List<Object> variants(Type type) {
        if (type instanceof ParameterizedType list) {
            return lists(list.getActualTypeArguments()[0]);
        }
        Class<?> declared = (Class<?>) type;
        if (KNOWN.containsKey(declared)) {
            return KNOWN.get(declared);
        }
        if (declared.isEnum()) {
            return List.of(declared.getEnumConstants());
        }
        List<Object> variants = new ArrayList<>();
        if (declared.isSealed()) {
            for (Class<?> leaf : declared.getPermittedSubclasses()) {
                variants.addAll(variants(leaf));
            }
            return variants;
        }
        return records(declared);
    }

    private static List<Object> lists(Type element) {
        List<Object> variants = new ArrayList<>();
        for (Object one : variants(element)) {
            variants.add(List.of(one));
        }
        variants.add(List.of());
        variants.add(List.of(of(element), of(element)));
        return variants;
    }

    /** One component differs at a time. */
    private static List<Object> records(Class<?> declared) {
        RecordComponent[] components = declared.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(declared + " is no record and has no sample");
        }
        Object[] plain = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        List<Object> variants = new ArrayList<>();
        variants.add(make(declared, plain));
        for (int i = 0; i < components.length; i++) {
            for (Object other : variants(components[i].getGenericType())) {
                Object[] changed = plain.clone();
                changed[i] = other;
                if (!other.equals(plain[i])) {
                    variants.add(make(declared, changed));
                }
            }
        }
        return variants;
    }

    private static Object make(Class<?> declared, Object[] components) {
        try {
            var constructor = declared.getDeclaredConstructor(Arrays.stream(declared.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(declared + " refuses " + Arrays.toString(components), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
