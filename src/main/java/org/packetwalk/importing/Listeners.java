package org.packetwalk.importing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.ImportNote.Kind;

/** The sockets that listen, each as a program that takes what comes and answers nothing. */
final class Listeners {

    private static final Pattern SOCKET =
            Pattern.compile("(tcp|udp)\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\S+):(\\d+)\\s+(\\S+):\\*.*");
    private static final Pattern SCOPED = Pattern.compile("([^%]+)%\\S+");

    private final LabBuilder lab;
    private final String host;
    private final Set<String> started = new LinkedHashSet<>();

    Listeners(LabBuilder lab, String host) {
        this.lab = lab;
        this.host = host;
    }

    /** Starts them. */
    void make(List<CollectedLine> lines) {
        for (CollectedLine line : lines) {
            Matcher socket = SOCKET.matcher(line.text());
            if (!socket.matches()) {
                lab.note(line, Kind.NOT_UNDERSTOOD, "");
            } else if (start(line, socket.group(1), address(socket.group(2)), socket.group(3))) {
                lab.understood();
            }
        }
    }

    private boolean start(CollectedLine line, String protocol, String address, String port) {
        String command = "ip netns exec " + host + " nc -n" + (address.contains(":") ? "6" : "") + " -d -l -k"
                + (protocol.equals("udp") ? " -u " : " ") + address + " " + port + " &";
        // several sockets of one port (SO_REUSEPORT) are one to whoever asks where a packet goes
        return !started.add(command) || lab.run(line, command);
    }

    private static String address(String shown) {
        String plain = shown.replaceAll("[\\[\\]]", "");
        Matcher scoped = SCOPED.matcher(plain);
        String address = scoped.matches() ? scoped.group(1) : plain;
        return address.equals("*") ? "0.0.0.0" : address;
    }
}
