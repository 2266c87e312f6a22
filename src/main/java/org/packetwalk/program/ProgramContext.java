package org.packetwalk.program;

import java.util.List;
import java.util.Optional;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.stack.SystemCalls;

/** What a program can reach during a turn. */
public interface ProgramContext {

    /** The kernel. */
    SystemCalls calls();

    /** The address of a name or of dotted decimal text, if there is one ({@code /etc/hosts}). */
    Optional<Ipv4Address> resolve(String name);

    /** The IPv6 address of a name or of its text, if there is one. */
    Optional<Ipv6Address> resolveIpv6(String name);

    /** The name of an address, if there is one ({@code /etc/hosts}). */
    Optional<String> nameOf(IpAddress address);

    /** The lines of {@code /etc/hosts}, each as an address and its names. */
    List<List<String>> hostsEntries();

    /** The name server of {@code /etc/resolv.conf}, if there is one. */
    Optional<Ipv4Address> nameServer();

    /** Writes to standard output. */
    void print(String text);

    /** Writes to standard error. */
    void printError(String text);
}
