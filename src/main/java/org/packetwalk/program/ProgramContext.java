package org.packetwalk.program;

import java.util.Optional;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.stack.SystemCalls;

/** What a program can reach during a turn. */
public interface ProgramContext {

    /** The kernel. */
    SystemCalls calls();

    /** The address of a name or of dotted decimal text, if there is one ({@code /etc/hosts}). */
    Optional<Ipv4Address> resolve(String name);

    /** The name of an address, if there is one ({@code /etc/hosts}). */
    Optional<String> nameOf(Ipv4Address address);

    /** Writes to standard output. */
    void print(String text);

    /** Writes to standard error. */
    void printError(String text);
}
