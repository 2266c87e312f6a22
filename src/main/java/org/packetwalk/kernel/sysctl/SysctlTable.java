package org.packetwalk.kernel.sysctl;

import java.util.Optional;

import org.pcollections.TreePMap;

import org.packetwalk.packet.Ipv6Header;

/**
 * The sysctls of a namespace as a value. Settings of an interface are kept by ifindex, so that they follow it when it
 * is renamed; {@link #ALL} and {@link #DEFAULT} stand for the two folders of these names.
 */
public final class SysctlTable {

    /** {@code conf.all}. */
    public static final int ALL = 0;

    private static final String ABSENT = "absent";

    /** What a device tells of its MTU. */
    private static final String LINK_MTU = "link_mtu";

    /** {@code conf.lo}: the ifindex of lo. */
    static final int LOOPBACK = 1;

    /** {@code conf.default}: copied to devices created later. */
    public static final int DEFAULT = -1;

    private final TreePMap<Integer, Settings> perDevice;
    private final TreePMap<String, String> changed;

    private SysctlTable(TreePMap<Integer, Settings> perDevice, TreePMap<String, String> changed) {
        this.perDevice = perDevice;
        this.changed = changed;
    }

    /** The sysctls of a new namespace, before any device is there. */
    public static SysctlTable fresh() {
        int[] defaults = new int[Ipv4Conf.values().length];
        for (Ipv4Conf key : Ipv4Conf.values()) {
            defaults[key.ordinal()] = key.initial();
        }
        int[] all = defaults.clone();
        all[Ipv4Conf.ACCEPT_SOURCE_ROUTE.ordinal()] = 0;
        int[] neighbors = new int[NeighborConf.values().length];
        for (NeighborConf key : NeighborConf.values()) {
            neighbors[key.ordinal()] = key.initial();
        }
        return new SysctlTable(
                TreePMap.<Integer, Settings>empty()
                        .plus(ALL, new Settings(all, neighbors))
                        .plus(DEFAULT, new Settings(defaults, neighbors)),
                TreePMap.empty());
    }

    /** A setting of one interface, or of {@link #ALL} or {@link #DEFAULT}; 0 if the interface is not there. */
    public int conf(int device, Ipv4Conf key) {
        Settings settings = perDevice.get(device);
        return settings == null ? 0 : settings.conf[key.ordinal()];
    }

    /** {@code IN_DEV_ORCONF}: set for all or for the interface. */
    public boolean either(int device, Ipv4Conf key) {
        return conf(ALL, key) != 0 || conf(device, key) != 0;
    }

    /** {@code IN_DEV_ANDCONF}: set for all and for the interface. */
    public boolean both(int device, Ipv4Conf key) {
        return conf(ALL, key) != 0 && conf(device, key) != 0;
    }

    /** {@code IN_DEV_MAXCONF}: the higher of all and the interface. */
    public int highest(int device, Ipv4Conf key) {
        return Math.max(conf(ALL, key), conf(device, key));
    }

    /** A neighbour setting of one interface or of {@link #DEFAULT}. */
    public int neighbor(int device, NeighborConf key) {
        Settings settings = perDevice.get(device);
        return settings == null ? key.initial() : settings.neighbors[key.ordinal()];
    }

    /** A setting of {@code net.ipv6.neigh} of one interface. */
    public int ipv6Neighbor(int device, NeighborConf key) {
        return ipv6("neigh", device, key.key()).map(Integer::parseInt).orElse(key.initial());
    }

    /**
     * A setting of {@code net.ipv6.conf} of one interface, {@link #ALL} or {@link #DEFAULT}; 0 if the interface has none.
     *
     * @throws IllegalArgumentException if the value is no number
     */
    public long ipv6Conf(int device, String key) {
        return ipv6("conf", device, key).map(Long::parseLong).orElse(0L);
    }

    /**
     * The value of a key of the whole namespace, such as {@code net.ipv4.ip_default_ttl}.
     *
     * @throws IllegalArgumentException if the key is not known
     */
    public int number(String key) {
        return Integer.parseInt(text(key).orElseThrow(() -> new IllegalArgumentException(key + " is not a known key")));
    }

    /** The text of a key of the whole namespace, if it is known. */
    public Optional<String> text(String key) {
        String value = changed.get(key);
        return value != null ? Optional.of(value) : SysctlDefaults.of(key);
    }

    /** With a device's settings made from {@link #DEFAULT}; lo skips policy checks, as in {@code inetdev_init}. */
    public SysctlTable withDevice(int device, boolean loopback) {
        Settings settings = perDevice.get(DEFAULT);
        int[] conf = settings.conf.clone();
        if (loopback) {
            conf[Ipv4Conf.DISABLE_POLICY.ordinal()] = 1;
            conf[Ipv4Conf.DISABLE_XFRM.ordinal()] = 1;
        }
        return new SysctlTable(
                perDevice.plus(device, new Settings(conf, settings.neighbors)), withDefaults(changed, device));
    }

    /** Without a device's settings. */
    public SysctlTable withoutDevice(int device) {
        return new SysctlTable(perDevice.minus(device), withoutPrefix(ipv6Prefix(device)));
    }

    private TreePMap<String, String> withoutPrefix(String prefix) {
        TreePMap<String, String> kept = changed;
        for (String key : changed.keySet()) {
            if (key.startsWith(prefix)) {
                kept = kept.minus(key);
            }
        }
        return kept;
    }

    private static String ipv6Prefix(int device) {
        return "net.ipv6#" + device + ".";
    }

    /**
     * A setting of {@code net.ipv6.conf} or {@code net.ipv6.neigh} of an interface, {@link #ALL} or {@link #DEFAULT};
     * empty if the key is not known.
     *
     * @param family {@code conf} or {@code neigh}
     */
    Optional<String> ipv6(String family, int device, String key) {
        if (!hasIpv6(device)) {
            return Optional.empty();
        }
        String value = changed.get(ipv6Prefix(device) + family + "." + key);
        if (value != null) {
            return Optional.of(value);
        }
        // What was written to "default" before the interface was made came with it; see withDevice.
        return family.equals("conf") ? Ipv6Defaults.conf(key, device) : Ipv6Defaults.neighbor(key);
    }

    /** Whether an interface has settings of IPv6 at all. */
    boolean hasIpv6(int device) {
        return !changed.containsKey(ipv6Prefix(device) + ABSENT);
    }

    /**
     * After an interface came or its MTU changed ({@code addrconf_notify}): its {@code net.ipv6.conf} shows the MTU, and
     * below 1280 bytes there is none (RFC 8200 section 5).
     */
    public SysctlTable withDeviceMtu(int device, int mtu) {
        if (mtu < Ipv6Header.MINIMUM_MTU) {
            return new SysctlTable(perDevice, withoutPrefix(ipv6Prefix(device)).plus(ipv6Prefix(device) + ABSENT, "1"));
        }
        TreePMap<String, String> texts = changed;
        if (!hasIpv6(device)) {
            texts = withDefaults(texts.minus(ipv6Prefix(device) + ABSENT), device);
        }
        String told = Integer.toString(mtu);
        return new SysctlTable(
                perDevice, texts.plus(ipv6Prefix(device) + "conf.mtu", told).plus(ipv6Prefix(device) + LINK_MTU, told));
    }

    /** The MTU that a device told IPv6 last, in bytes. */
    int linkMtu(int device) {
        String told = changed.get(ipv6Prefix(device) + LINK_MTU);
        return told == null ? Integer.MAX_VALUE : Integer.parseInt(told);
    }

    /** What was written to the IPv6 defaults is copied to an interface that comes. */
    private static TreePMap<String, String> withDefaults(TreePMap<String, String> texts, int device) {
        TreePMap<String, String> copied = texts;
        String defaults = ipv6Prefix(DEFAULT);
        for (String key : texts.keySet()) {
            if (key.startsWith(defaults)) {
                copied = copied.plus(ipv6Prefix(device) + key.substring(defaults.length()), texts.get(key));
            }
        }
        return copied;
    }

    SysctlTable withIpv6(String family, int device, String key, String value) {
        return new SysctlTable(perDevice, changed.plus(ipv6Prefix(device) + family + "." + key, value));
    }

    /** The interfaces there are, without {@link #ALL} and {@link #DEFAULT}. */
    java.util.List<Integer> devices() {
        return perDevice.keySet().stream().filter(index -> index > 0).toList();
    }

    /** With a setting of one interface changed. Writing {@code all.forwarding} or {@code ip_forward} changes more:
     * see {@link #withForwarding}. */
    public SysctlTable withConf(int device, Ipv4Conf key, int value) {
        Settings settings = perDevice.getOrDefault(device, perDevice.get(DEFAULT));
        int[] conf = settings.conf.clone();
        conf[key.ordinal()] = value;
        return new SysctlTable(perDevice.plus(device, new Settings(conf, settings.neighbors)), changed);
    }

    /** With a neighbour setting of one interface changed. */
    public SysctlTable withNeighbor(int device, NeighborConf key, int value) {
        Settings settings = perDevice.getOrDefault(device, perDevice.get(DEFAULT));
        int[] neighbors = settings.neighbors.clone();
        neighbors[key.ordinal()] = value;
        return new SysctlTable(perDevice.plus(device, new Settings(settings.conf, neighbors)), changed);
    }

    /**
     * With forwarding switched for every device, as {@code net.ipv4.ip_forward} does ({@code inet_forward_change}).
     *
     * @param value 0 for off; every other number is on and is kept
     */
    public SysctlTable withForwarding(int value) {
        SysctlTable table = this;
        for (int device : perDevice.keySet()) {
            table = table.withConf(device, Ipv4Conf.FORWARDING, value);
        }
        table = table.withConf(ALL, Ipv4Conf.ACCEPT_REDIRECTS, value != 0 ? 0 : 1);
        return table.withText("net.ipv4.ip_forward", Integer.toString(value));
    }

    /** With a key of the whole namespace changed. */
    public SysctlTable withText(String key, String value) {
        return new SysctlTable(perDevice, changed.plus(key, value));
    }

    /** The settings of one interface; the arrays are never written after construction. */
    private record Settings(int[] conf, int[] neighbors) {}
}
