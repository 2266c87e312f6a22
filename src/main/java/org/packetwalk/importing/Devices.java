package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.ImportNote.Kind;

/**
 * The devices of all namespaces. A network card becomes one end of a cable whose other end is in a namespace that stands
 * for the network outside; so does, with a note, a device of a kind that is not simulated.
 */
final class Devices {

    /** The longest name of a device ({@code IFNAMSIZ} without the end). */
    private static final int LONGEST_NAME = 15;

    private static final Pattern VLAN = Pattern.compile("vlan protocol 802\\.1Q id (\\d+).*");
    private static final Pattern MACVLAN = Pattern.compile("macvlan mode (\\w+).*");
    private static final Pattern VXLAN = Pattern.compile("vxlan id (\\d+)(.*)");
    private static final List<String> VXLAN_WORDS = List.of("remote", "local", "dstport", "ttl");

    private final LabBuilder lab;
    private final String outside;
    private final List<Namespace> namespaces = new ArrayList<>();
    private final SortedSet<String> made = new TreeSet<>();

    /** A namespace and what stands in it. */
    private record Namespace(String host, String name, List<CollectedDevice> devices) {}

    Devices(LabBuilder lab, String outside) {
        this.lab = lab;
        this.outside = outside;
    }

    /** Adds what a namespace has: the host's name in the lab, the name by which others know it, its devices. */
    void add(String host, String name, List<CollectedDevice> devices) {
        namespaces.add(new Namespace(
                host,
                name,
                devices.stream()
                        .sorted(Comparator.comparingInt(CollectedDevice::index))
                        .toList()));
    }

    /** Whether a name of a device is the lab's own and no collected one. */
    boolean needsOutside() {
        return namespaces.stream()
                .flatMap(namespace -> namespace.devices.stream().filter(device -> needsOutside(namespace, device)))
                .findAny()
                .isPresent();
    }

    /**
     * Makes the devices: those that others stand on first, and in each namespace in the order in which they were there, since
     * the kernel looks through them in that order for an address of its own.
     */
    void make() {
        Map<Namespace, List<CollectedDevice>> waiting = new LinkedHashMap<>();
        namespaces.forEach(namespace -> waiting.put(namespace, new ArrayList<>(namespace.devices)));
        boolean goesOn = true;
        while (goesOn) {
            goesOn = makeOne(waiting, true) || makeOne(waiting, false);
        }
        waiting.values()
                .forEach(left -> left.forEach(device -> lab.note(device.source(), Kind.MISSING, device.peer())));
        for (Namespace namespace : namespaces) {
            namespace.devices.forEach(device -> master(namespace, device));
        }
    }

    /** Makes one device for which everything is there, if there is one; in order, nothing else of a namespace waits before it. */
    private boolean makeOne(Map<Namespace, List<CollectedDevice>> waiting, boolean inOrder) {
        for (Map.Entry<Namespace, List<CollectedDevice>> there : waiting.entrySet()) {
            Namespace namespace = there.getKey();
            for (CollectedDevice device : there.getValue()) {
                if (ready(namespace, device) && (!inOrder || isNext(waiting, namespace, device))) {
                    make(namespace, device);
                    there.getValue().remove(device);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNext(Map<Namespace, List<CollectedDevice>> waiting, Namespace namespace, CollectedDevice device) {
        boolean first = waiting.get(namespace).get(0).equals(device);
        return first
                && otherEnd(namespace, device)
                        .filter(other -> !made.contains(other.host + "/" + other.device.name()))
                        .flatMap(other -> waiting.entrySet().stream()
                                .filter(there -> there.getKey().host.equals(other.host))
                                .map(there -> there.getValue().stream()
                                        .filter(one -> !isThere(other.host, one))
                                        .findFirst()
                                        .filter(other.device::equals)
                                        .isPresent())
                                .findFirst())
                        .orElse(true);
    }

    private boolean isThere(String host, CollectedDevice device) {
        return device.name().equals("lo") || made.contains(host + "/" + device.name());
    }

    private boolean ready(Namespace namespace, CollectedDevice device) {
        return stackedKind(device).isEmpty()
                || lower(namespace, device)
                        .filter(lower -> made.contains(lower.host + "/" + lower.device.name()))
                        .isPresent();
    }

    private void make(Namespace namespace, CollectedDevice device) {
        if (isThere(namespace.host, device)) {
            return;
        }
        String add = "ip -n " + namespace.host + " link add ";
        String named = device.name() + address(device);
        Optional<String> stacked = stackedKind(device);
        Matcher vxlan = VXLAN.matcher(device.kind());
        Optional<DeviceIn> other = otherEnd(namespace, device);
        if (other.isPresent()) {
            cable(namespace, device, other.get());
        } else if (stacked.isPresent()) {
            stacked(namespace, device, lower(namespace, device).orElseThrow(), stacked.get());
        } else if (isBridge(namespace, device)) {
            make(namespace, device, add + named + " type bridge");
        } else if (vxlan.matches()) {
            make(namespace, device, add + named + " type vxlan id " + vxlan.group(1) + vxlanWords(vxlan.group(2)));
        } else {
            toOutside(namespace, device);
        }
    }

    private void make(Namespace namespace, CollectedDevice device, String command) {
        if (lab.run(device.source(), command)) {
            made.add(namespace.host + "/" + device.name());
        }
    }

    /** A device on one of another namespace is made there, since only there the lower one has a name. */
    private void stacked(Namespace namespace, CollectedDevice device, DeviceIn lower, String kind) {
        String place = lower.host.equals(namespace.host) ? "" : " netns " + namespace.host;
        make(
                namespace,
                device,
                "ip -n " + lower.host + " link add link " + lower.device.name() + " name " + device.name()
                        + address(device) + place + " type " + kind);
    }

    private void cable(Namespace namespace, CollectedDevice device, DeviceIn other) {
        String place = other.host.equals(namespace.host) ? "" : " netns " + other.host;
        make(
                namespace,
                device,
                "ip -n " + namespace.host + " link add " + device.name() + address(device) + " type veth peer name "
                        + other.device.name() + address(other.device) + place);
        if (made.contains(namespace.host + "/" + device.name())) {
            made.add(other.host + "/" + other.device.name());
        }
    }

    private void toOutside(Namespace namespace, CollectedDevice device) {
        String kind = device.kind().split(" ", 2)[0];
        String cable = "ip -n " + namespace.host + " link add " + device.name() + address(device)
                + " type veth peer name " + outsideName(namespace, device) + " netns " + outside;
        if (kind.equals("dummy")) {
            make(
                    namespace,
                    device,
                    "ip -n " + namespace.host + " link add " + device.name() + address(device) + " type dummy");
            return;
        }
        make(namespace, device, cable);
        if (!kind.isEmpty() && !kind.equals("veth")) {
            lab.note(device.source(), Kind.STAND_IN, kind);
        }
    }

    private void master(Namespace namespace, CollectedDevice device) {
        String master = device.after("master");
        if (!master.isEmpty() && made.contains(namespace.host + "/" + device.name())) {
            lab.run(device.source(), "ip -n " + namespace.host + " link set " + device.name() + " master " + master);
        }
    }

    /** The far end of a card's cable in the namespace outside, if that is where it ends. */
    Optional<String> farEnd(String host, CollectedDevice device) {
        Namespace namespace = namespaces.stream()
                .filter(one -> one.host.equals(host))
                .findFirst()
                .orElseThrow();
        return needsOutside(namespace, device) ? Optional.of(outsideName(namespace, device)) : Optional.empty();
    }

    private boolean needsOutside(Namespace namespace, CollectedDevice device) {
        return !device.name().equals("lo")
                && otherEnd(namespace, device).isEmpty()
                && stackedKind(device).isEmpty()
                && !isBridge(namespace, device)
                && !device.kind().startsWith("vxlan ")
                && !device.kind().split(" ", 2)[0].equals("dummy");
    }

    private String outsideName(Namespace namespace, CollectedDevice device) {
        String name = namespaces.size() == 1 ? device.name() : namespace.host + "-" + device.name();
        return name.length() <= LONGEST_NAME ? name : "n" + namespaces.indexOf(namespace) + "-" + device.index();
    }

    private static String address(CollectedDevice device) {
        return device.hardwareAddress().isEmpty() ? "" : " address " + device.hardwareAddress();
    }

    /** The kind and its words of a device that stands on another one of its namespace. */
    private static Optional<String> stackedKind(CollectedDevice device) {
        Matcher vlan = VLAN.matcher(device.kind());
        Matcher macvlan = MACVLAN.matcher(device.kind());
        if (device.peer().isEmpty()) {
            return Optional.empty();
        }
        if (vlan.matches()) {
            return Optional.of("vlan id " + vlan.group(1));
        }
        return macvlan.matches() ? Optional.of("macvlan mode " + macvlan.group(1)) : Optional.empty();
    }

    private static boolean isBridge(Namespace namespace, CollectedDevice device) {
        return device.kind().startsWith("bridge ")
                || device.kind().isEmpty()
                        && namespace.devices.stream()
                                .anyMatch(port -> port.after("master").equals(device.name()));
    }

    private static String vxlanWords(String told) {
        StringBuilder words = new StringBuilder();
        for (String word : VXLAN_WORDS) {
            Matcher value = Pattern.compile(" " + word + " (\\S+)").matcher(told);
            if (value.find() && !value.group(1).equals("auto")) {
                words.append(' ').append(word).append(' ').append(value.group(1));
            }
        }
        return words.toString();
    }

    /** A device and the namespace it is in. */
    private record DeviceIn(String host, CollectedDevice device) {}

    /** The other end of a cable between two collected devices, if it is certain which one that is. */
    private Optional<DeviceIn> otherEnd(Namespace namespace, CollectedDevice device) {
        return device.kind().isEmpty() || device.kind().startsWith("veth")
                ? lower(namespace, device).filter(end -> pointsTo(end.device.peer(), device))
                : Optional.empty();
    }

    private static boolean pointsTo(String peer, CollectedDevice device) {
        return peer.equals(device.name()) || peer.equals("if" + device.index());
    }

    /** The device that another one names behind its {@code @}, if it is certain which one that is. */
    private Optional<DeviceIn> lower(Namespace namespace, CollectedDevice device) {
        Matcher number = Pattern.compile("if(\\d+)").matcher(device.peer());
        if (device.peer().isEmpty()) {
            return Optional.empty();
        }
        if (!number.matches()) {
            return in(namespace, other -> other.name().equals(device.peer()));
        }
        String place = device.after("link-netns");
        int index = Integer.parseInt(number.group(1));
        List<DeviceIn> found = namespaces.stream()
                .filter(there -> there != namespace && (place.isEmpty() || there.name.equals(place)))
                .flatMap(there -> in(there, other -> other.index() == index).stream())
                .filter(there -> !device.kind().startsWith("veth") || pointsTo(there.device.peer(), device))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<DeviceIn> in(Namespace namespace, Predicate<CollectedDevice> wanted) {
        return namespace.devices.stream()
                .filter(wanted)
                .findFirst()
                .map(device -> new DeviceIn(namespace.host, device));
    }
}
