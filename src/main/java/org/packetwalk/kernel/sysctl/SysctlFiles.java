package org.packetwalk.kernel.sysctl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;

/**
 * The files below /proc/sys/net of one namespace: read and written by path, such as {@code net/ipv4/conf/lo/rp_filter}
 * ({@code net/ipv4/devinet.c}, {@code net/ipv4/sysctl_net_ipv4.c}, {@code net/ipv6/addrconf.c}).
 */
public final class SysctlFiles {

    private static final String FLUSH = "net/ipv4/route/flush";
    private static final String IP_FORWARD = "net/ipv4/ip_forward";

    /** {@code CONFIG_HZ=250}. */
    private static final long MILLIS_PER_JIFFY = 4;

    /** {@code USER_HZ} is 100. */
    private static final long MILLIS_PER_TICK = 10;

    private static final List<String> READ_ONLY = List.of(
            "net/ipv4/tcp_available_congestion_control",
            "net/ipv4/tcp_available_ulp",
            "net/ipv4/tcp_ehash_entries",
            "net/ipv4/udp_hash_entries",
            "net/core/rmem_default",
            "net/core/rmem_max",
            "net/core/wmem_default",
            "net/core/wmem_max",
            "net/netfilter/nf_conntrack_buckets",
            "net/netfilter/nf_conntrack_count",
            "net/netfilter/nf_conntrack_expect_max",
            "net/netfilter/nf_conntrack_max");

    private final SysctlTable table;
    private final SortedMap<String, Integer> interfaces;

    /** The files of these settings; interfaces by name with their ifindex. */
    public SysctlFiles(SysctlTable table, SortedMap<String, Integer> interfaces) {
        this.table = table;
        this.interfaces = Collections.unmodifiableSortedMap(new TreeMap<>(interfaces));
    }

    /** All paths, in the order of a sorted listing. */
    public List<String> paths() {
        SortedMap<String, Integer> folders = new TreeMap<>(interfaces);
        folders.put("all", SysctlTable.ALL);
        folders.put("default", SysctlTable.DEFAULT);
        List<String> paths = new ArrayList<>();
        SysctlDefaults.keys().forEach(key -> paths.add(key.replace('.', '/')));
        for (String folder : folders.keySet()) {
            for (Ipv4Conf key : Ipv4Conf.values()) {
                paths.add("net/ipv4/conf/" + folder + "/" + key.key());
            }
            if (table.hasIpv6(folders.get(folder))) {
                Ipv6Defaults.confKeys().forEach(key -> paths.add("net/ipv6/conf/" + folder + "/" + key));
            }
            if (interfaces.containsKey(folder)) {
                for (NeighborConf key : NeighborConf.values()) {
                    paths.add("net/ipv4/neigh/" + folder + "/" + key.key());
                }
                if (table.hasIpv6(folders.get(folder))) {
                    Ipv6Defaults.neighborKeys().forEach(key -> paths.add("net/ipv6/neigh/" + folder + "/" + key));
                }
            }
        }
        Collections.sort(paths);
        return paths;
    }

    /** Whether there is a folder of this path. */
    public boolean isFolder(String path) {
        String prefix = path + "/";
        return paths().stream().anyMatch(file -> file.startsWith(prefix));
    }

    /** Whether a file can only be written, as {@code net/ipv4/route/flush}. */
    public boolean writeOnly(String path) {
        return path.equals(FLUSH);
    }

    /** Whether a file can only be read in a network namespace other than the first (mode 0444). */
    public boolean readOnly(String path) {
        return READ_ONLY.contains(path) || path.endsWith("/mc_forwarding");
    }

    /** What a file contains, without the end of line; empty if there is no such file. */
    public Optional<String> read(String path) {
        String[] parts = path.split("/");
        if (parts.length == 5 && (parts[2].equals("conf") || parts[2].equals("neigh"))) {
            OptionalInt device = device(parts[3]);
            Optional<String> value = device.isPresent() ? readOf(parts, device.getAsInt()) : Optional.empty();
            return value.isPresent() ? value : table.text(path.replace('/', '.'));
        }
        return parts.length < 2 || !parts[0].equals("net")
                ? Optional.empty()
                : table.text(path.replace('/', '.')).map(SysctlFiles::separated);
    }

    /** Several values of a file are separated by tabs. */
    private static String separated(String text) {
        return text.matches("-?\\d+( -?\\d+)+") ? text.replace(' ', '\t') : text;
    }

    private Optional<String> readOf(String[] parts, int device) {
        boolean conf = parts[2].equals("conf");
        if (!conf && (device == SysctlTable.ALL || device == SysctlTable.DEFAULT)) {
            return Optional.empty();
        }
        if (parts[1].equals("ipv6")) {
            return table.ipv6(parts[2], device, parts[4]);
        }
        if (!parts[1].equals("ipv4")) {
            return Optional.empty();
        }
        return conf
                ? conf(parts[4]).map(key -> Integer.toString(table.conf(device, key)))
                : neighbor(parts[4]).map(key -> Integer.toString(table.neighbor(device, key)));
    }

    private static Optional<Ipv4Conf> conf(String key) {
        for (Ipv4Conf conf : Ipv4Conf.values()) {
            if (conf.key().equals(key)) {
                return Optional.of(conf);
            }
        }
        return Optional.empty();
    }

    private static Optional<NeighborConf> neighbor(String key) {
        for (NeighborConf conf : NeighborConf.values()) {
            if (conf.key().equals(key)) {
                return Optional.of(conf);
            }
        }
        return Optional.empty();
    }

    private OptionalInt device(String folder) {
        if (folder.equals("all")) {
            return OptionalInt.of(SysctlTable.ALL);
        }
        if (folder.equals("default")) {
            return OptionalInt.of(SysctlTable.DEFAULT);
        }
        Integer index = interfaces.get(folder);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * The settings after a file was written: ENOENT if there is none, EACCES if it can only be read,
     * EINVAL if it does not take the text.
     */
    public ResultOrErrno<SysctlTable> write(String path, String text) {
        if (path.equals(FLUSH)) {
            return ResultOrErrno.ok(table);
        }
        Optional<String> before = read(path);
        if (before.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        if (readOnly(path)) {
            return ResultOrErrno.refused(Errno.EACCES);
        }
        Optional<String> value = accepted(path, before.get(), text.strip());
        if (value.isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        Errno refusal = SysctlWords.refusal(table, path, value.get());
        if (refusal != Errno.OK) {
            return ResultOrErrno.refused(refusal);
        }
        if (path.endsWith("/mtu") && Long.parseLong(value.get()) > longest(path)) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        return ResultOrErrno.ok(written(path, inJiffies(path, value.get())));
    }

    /**
     * A time as it is read back: the kernel keeps it in jiffies of 4 ms ({@code proc_dointvec_ms_jiffies},
     * {@code proc_dointvec_userhz_jiffies}).
     */
    private static String inJiffies(String path, String value) {
        if (path.matches(
                "net/ipv4/icmp_ratelimit|net/ipv6/icmp/ratelimit|net/ipv4/tcp_invalid_ratelimit|.*/neigh/.*_ms")) {
            long millis = Long.parseLong(value);
            return Long.toString((millis + MILLIS_PER_JIFFY - 1) / MILLIS_PER_JIFFY * MILLIS_PER_JIFFY);
        }
        if (path.matches("net/ipv[46]/neigh/.*/(locktime|proxy_delay|anycast_delay|retrans_time)")) {
            long jiffies = Long.parseLong(value) * MILLIS_PER_TICK / MILLIS_PER_JIFFY;
            return Long.toString(jiffies * MILLIS_PER_JIFFY / MILLIS_PER_TICK);
        }
        return value;
    }

    /** {@code addrconf_sysctl_mtu}: no packet of IPv6 is longer than the device takes. */
    private long longest(String path) {
        OptionalInt device = device(path.split("/")[3]);
        return device.isPresent() && device.getAsInt() > 0 ? table.linkMtu(device.getAsInt()) : Integer.MAX_VALUE;
    }

    /** The text as the file keeps it: as many numbers as before, what follows is left out; or words where there were words. */
    private static Optional<String> accepted(String path, String before, String text) {
        if (SysctlWords.holds(path) || !before.matches("-?\\d+(\\s+-?\\d+)*")) {
            return Optional.of(text);
        }
        String[] numbers = text.split("\\s+");
        String[] old = before.split("\\s+");
        if (text.isEmpty() || numbers.length < 1) {
            return Optional.empty();
        }
        List<String> kept = new ArrayList<>(List.of(old));
        for (int i = 0; i < Math.min(numbers.length, old.length); i++) {
            Optional<Long> number = number(numbers[i]);
            if (number.isEmpty() || !SysctlBounds.of(path).contains(number.get())) {
                return Optional.empty();
            }
            kept.set(i, Long.toString(number.get()));
        }
        if (path.equals("net/ipv4/ip_local_port_range")
                && (Integer.parseInt(kept.get(0)) > Integer.parseInt(kept.get(1))
                        || Integer.parseInt(kept.get(0)) < 1024)) {
            return Optional.empty();
        }
        return Optional.of(String.join(" ", kept));
    }

    private static Optional<Long> number(String word) {
        try {
            boolean negative = word.startsWith("-");
            String digits = negative ? word.substring(1) : word;
            long value;
            if (digits.toLowerCase(Locale.ROOT).startsWith("0x")) {
                value = Long.parseLong(digits.substring(2), 16);
            } else if (digits.length() > 1 && digits.startsWith("0")) {
                value = Long.parseLong(digits, 8);
            } else {
                value = Long.parseLong(digits);
            }
            return Optional.of(negative ? -value : value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private SysctlTable written(String path, String value) {
        String[] parts = path.split("/");
        OptionalInt device = parts.length == 5 ? device(parts[3]) : OptionalInt.empty();
        if (device.isPresent() && parts[1].equals("ipv6")) {
            return writtenIpv6(parts[2], device.getAsInt(), parts[4], value);
        }
        if (device.isPresent() && parts[2].equals("conf")) {
            Ipv4Conf key = conf(parts[4]).orElseThrow();
            int number = Integer.parseInt(value);
            return key == Ipv4Conf.FORWARDING && device.getAsInt() == SysctlTable.ALL
                    ? forwarding(number)
                    : table.withConf(device.getAsInt(), key, number);
        }
        if (device.isPresent() && neighbor(parts[4]).isPresent()) {
            return table.withNeighbor(device.getAsInt(), neighbor(parts[4]).get(), Integer.parseInt(value));
        }
        return path.equals(IP_FORWARD)
                ? forwarding(Integer.parseInt(value))
                : table.withText(path.replace('/', '.'), value);
    }

    /** {@code devinet_sysctl_forward}: nothing happens if the value stays. */
    private SysctlTable forwarding(int value) {
        return table.conf(SysctlTable.ALL, Ipv4Conf.FORWARDING) == value ? table : table.withForwarding(value);
    }

    /** {@code addrconf_disable_ipv6}, {@code addrconf_fixup_forwarding} and their like: {@code all} goes to every interface. */
    private SysctlTable writtenIpv6(String family, int device, String key, String value) {
        SysctlTable changed = table.withIpv6(family, device, key, value);
        boolean spreads = device == SysctlTable.ALL
                && (key.equals("disable_ipv6")
                        || key.equals("forwarding")
                        || key.equals("addr_gen_mode")
                        || key.equals("ignore_routes_with_linkdown"));
        if (spreads) {
            changed = changed.withIpv6(family, SysctlTable.DEFAULT, key, value);
            for (int index : changed.devices()) {
                changed = changed.withIpv6(family, index, key, value);
            }
        }
        return changed;
    }
}
