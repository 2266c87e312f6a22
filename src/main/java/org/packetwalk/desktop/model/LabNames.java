package org.packetwalk.desktop.model;

import java.util.Collection;
import java.util.List;

import org.packetwalk.filter.FilterCompletion;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.NetNamespace;

/**
 * The names of a lab that can be typed, as of the world where one stands.
 *
 * @param hosts its hosts
 */
public record LabNames(List<HostNames> hosts) {
    /** Of no lab. */
    public static final LabNames NONE = new LabNames(List.of());

    /** The names of hosts. */
    static LabNames of(Collection<NetNamespace> hosts) {
        return new LabNames(hosts.stream().map(LabNames::names).toList());
    }

    private static HostNames names(NetNamespace host) {
        return new HostNames(
                host.id().name(),
                host.devices().all().stream().map(NetDevice::name).toList(),
                host.devices().all().stream()
                        .flatMap(device -> host.addresses().of(device.index()).stream())
                        .map(address -> address.address().toString())
                        .toList(),
                host.devices().all().stream()
                        .flatMap(device -> host.addresses().of(device.index()).stream()
                                .map(address -> device.name() + " " + address.address() + "/" + address.prefixLength()))
                        .toList());
    }

    /** Keeps an immutable list. */
    public LabNames {
        hosts = List.copyOf(hosts);
    }

    /**
     * The names of one host.
     *
     * @param name its own
     * @param devices of its devices
     * @param addresses its addresses, without prefix lengths
     * @param prefixes the addresses of its devices as {@code eth0 10.42.0.1/24}
     */
    public record HostNames(String name, List<String> devices, List<String> addresses, List<String> prefixes) {
        /** Keeps immutable lists. */
        public HostNames {
            devices = List.copyOf(devices);
            addresses = List.copyOf(addresses);
            prefixes = List.copyOf(prefixes);
        }
    }

    /** The addresses of a device with their prefix lengths. */
    public List<String> prefixes(String host, String device) {
        return hosts.stream()
                .filter(names -> names.name().equals(host))
                .flatMap(names -> names.prefixes().stream())
                .filter(prefix -> prefix.startsWith(device + " "))
                .map(prefix -> prefix.substring(device.length() + 1))
                .toList();
    }

    /** The devices of a host. */
    public List<String> devices(String host) {
        return hosts.stream()
                .filter(names -> names.name().equals(host))
                .flatMap(names -> names.devices().stream())
                .toList();
    }

    /** The addresses of all hosts, those of the loopback last. */
    public List<String> addresses() {
        List<String> all = hosts.stream()
                .flatMap(names -> names.addresses().stream())
                .distinct()
                .toList();
        return java.util.stream.Stream.concat(
                        all.stream().filter(address -> !address.startsWith("127.")),
                        all.stream().filter(address -> address.startsWith("127.")))
                .toList();
    }

    /** The same for filters. */
    public FilterCompletion.Vocabulary vocabulary() {
        return new FilterCompletion.Vocabulary(
                hosts.stream()
                        .map(HostNames::name)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                hosts.stream()
                        .flatMap(names -> names.devices().stream())
                        .distinct()
                        .toList(),
                addresses());
    }
}
