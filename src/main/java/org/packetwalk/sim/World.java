package org.packetwalk.sim;

import java.util.Optional;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.KernelRelease;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.program.Program;
import org.packetwalk.program.Turn;
import org.packetwalk.stack.Machine;

/**
 * Everything there is, as a value: the machine, the programs that run on it and the files of the lab.
 *
 * @param machine the kernel's side
 * @param processes programs by number, ended ones until they are reaped
 * @param files the content of files by absolute path
 * @param nextPid the number of the next program
 */
public record World(
        Machine machine, TreePMap<Integer, Process> processes, TreePMap<String, String> files, int nextPid) {

    /** What {@code /etc/resolv.conf} says unless the lab writes one: that of the machine the recordings were made on. */
    private static final String DEFAULT_RESOLVER = "nameserver 10.255.255.53\n";

    /** A machine without hosts, programs or files. */
    public static final World EMPTY = new World(Machine.EMPTY, TreePMap.empty(), TreePMap.empty(), 1000);

    /** The same whose hosts are of another release of Linux, those that are made from now on. */
    public World of(KernelRelease release) {
        return with(machine.of(release));
    }

    /** With another machine. */
    public World with(Machine now) {
        return new World(now, processes, files, nextPid);
    }

    /** With a process added or changed. */
    public World with(Process process) {
        return new World(machine, processes.plus(process.pid(), process), files, nextPid);
    }

    /** Without a process. */
    public World withoutProcess(int pid) {
        return new World(machine, processes.minus(pid), files, nextPid);
    }

    /** With a file written. */
    public World withFile(String path, String content) {
        return new World(machine, processes, files.plus(path, content), nextPid);
    }

    /** Without a file, or all files below a folder. */
    public World withoutFiles(String path) {
        TreePMap<String, String> left = files;
        for (String file : files.keySet()) {
            if (file.equals(path) || file.startsWith(path + "/")) {
                left = left.minus(file);
            }
        }
        return new World(machine, processes, left, nextPid);
    }

    /** With a program started on a host; its number is {@link #nextPid()} of this world. */
    public World start(HostId host, Program program, String command, boolean foreground) {
        Process process = new Process(
                nextPid, host, command, foreground, false, new Turn.Sleeping(program, machine.now()), "", "");
        return new World(machine, processes.plus(nextPid, process), files, nextPid + 1);
    }

    /** The process of a number, if it is known. */
    public Optional<Process> process(int pid) {
        return Optional.ofNullable(processes.get(pid));
    }

    /** The hosts file as a program on the host sees it: {@code ip netns exec} lays the one of its namespace over it. */
    public HostsFile hostsFile(HostId host) {
        String own = files.get("/etc/netns/" + host.name() + "/hosts");
        String shared = files.get("/etc/hosts");
        return own != null ? new HostsFile(own) : shared != null ? new HostsFile(shared) : HostsFile.DEFAULT;
    }

    /** {@code /etc/resolv.conf} as a program on the host sees it. */
    public String resolver(HostId host) {
        String own = files.get("/etc/netns/" + host.name() + "/resolv.conf");
        return own != null ? own : files.getOrDefault("/etc/resolv.conf", DEFAULT_RESOLVER);
    }

    /** The first name server of the resolver's file as a program on the host sees it, if there is one. */
    public Optional<Ipv4Address> nameServer(HostId host) {
        return resolver(host)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals("nameserver") && Ipv4Address.isValid(words[1]))
                .map(words -> Ipv4Address.parse(words[1]))
                .findFirst();
    }
}
