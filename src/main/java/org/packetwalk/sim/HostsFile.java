package org.packetwalk.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;

/**
 * The hosts file of a host: which names have which addresses ({@code hosts(5)}).
 *
 * @param text its content
 */
public record HostsFile(String text) {

    /** What a host has that was given no file of its own. */
    public static final HostsFile DEFAULT = new HostsFile("127.0.0.1\tlocalhost\n::1\tlocalhost\n");

    /** The IPv4 address of a name, or of text that is an address. */
    public Optional<Ipv4Address> resolve(String name) {
        if (Ipv4Address.isValid(name)) {
            return Optional.of(Ipv4Address.parse(name));
        }
        return entries().stream()
                .filter(words -> words.subList(1, words.size()).contains(name))
                .map(words -> Ipv4Address.parse(words.get(0)))
                .findFirst()
                .or(() -> Ipv4Address.fromNumbers(name));
    }

    /** The IPv6 address of a name, or of text that is an address. */
    public Optional<Ipv6Address> resolveIpv6(String name) {
        if (Ipv6Address.isValid(name)) {
            return Optional.of(Ipv6Address.parse(name));
        }
        return lines().stream()
                .filter(words -> Ipv6Address.isValid(words.get(0)))
                .filter(words -> words.subList(1, words.size()).contains(name))
                .map(words -> Ipv6Address.parse(words.get(0)))
                .findFirst();
    }

    /** The first name of an address. */
    public Optional<String> nameOf(IpAddress address) {
        return lines().stream()
                .filter(words -> words.get(0).equals(address.toString()))
                .map(words -> words.get(1))
                .findFirst();
    }

    /** The lines with an IPv4 address, each as its words. */
    public List<List<String>> entries() {
        return lines().stream()
                .filter(words -> Ipv4Address.isValid(words.get(0)))
                .toList();
    }

    /** All lines with an address and a name, each as its words. */
    public List<List<String>> lines() {
        return text.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> Arrays.asList(line.split("\\s+")))
                .filter(words -> words.size() > 1)
                .toList();
    }
}
