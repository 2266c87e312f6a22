package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is set on the devices of a namespace: sizes, flags, addresses, and whether they are up. */
final class DeviceState {

    private static final Pattern ADDRESS = Pattern.compile("inet6? (\\S+)(?: peer (\\S+))?(?: brd (\\S+))?(.*)");
    private static final Pattern SCOPE = Pattern.compile(" scope (\\S+)(.*)");
    private static final String LO_ADDRESS = "127.0.0.1/8";

    private final LabBuilder lab;
    private final String host;

    DeviceState(LabBuilder lab, String host) {
        this.lab = lab;
        this.host = host;
    }

    /** Sets sizes and flags of a device that is there, and adds its IPv4 addresses. */
    void set(CollectedDevice device) {
        List<CollectedDevice> found = CollectedDevice.of(shown(device.name(), "-d addr"));
        if (found.isEmpty()) {
            return;
        }
        CollectedDevice here = found.get(0);
        StringBuilder words = new StringBuilder();
        number(words, device, here, "mtu", "mtu");
        number(words, device, here, "qlen", "txqueuelen");
        flag(words, device, here, "NOARP", "arp off", "arp on");
        flag(words, device, here, "MULTICAST", "multicast on", "multicast off");
        flag(words, device, here, "PROMISC", "promisc on", "promisc off");
        boolean done = words.isEmpty() || lab.run(device.source(), link(device) + words);
        for (CollectedLine address : device.addresses()) {
            if (!isSix(address) && !address.text().startsWith("inet " + LO_ADDRESS)) {
                add(device, address);
            } else if (!isSix(address)) {
                lab.understood();
            }
        }
        if (done) {
            lab.understood();
        }
    }

    /** Switches a device on. */
    void up(CollectedDevice device) {
        if (device.has("UP")) {
            lab.run(device.source(), link(device) + " up");
        }
    }

    /** Brings the IPv6 addresses and the loopback address to what was collected, after all that is up has made its own. */
    void addresses(CollectedDevice device) {
        List<String> wanted = new ArrayList<>();
        for (CollectedLine address : device.addresses()) {
            wanted.add(prefix(address));
        }
        List<CollectedDevice> here = CollectedDevice.of(shown(device.name(), "addr"));
        List<String> there = here.stream()
                .flatMap(one -> one.addresses().stream())
                .map(DeviceState::prefix)
                .toList();
        for (String prefix : there) {
            if (!wanted.contains(prefix)) {
                lab.run(device.source(), "ip -n " + host + " addr del " + prefix + " dev " + device.name());
            }
        }
        for (CollectedLine address : device.addresses()) {
            if (isSix(address) && there.contains(prefix(address))) {
                lab.understood();
            } else if (isSix(address)) {
                add(device, address);
            }
        }
    }

    private void add(CollectedDevice device, CollectedLine line) {
        Matcher address = ADDRESS.matcher(line.text());
        if (!address.matches()) {
            lab.note(line, ImportNote.Kind.NOT_UNDERSTOOD, "");
            return;
        }
        Matcher scope = SCOPE.matcher(address.group(4));
        String rest = scope.matches() ? scope.group(2).strip() : "";
        String label = rest.substring(rest.lastIndexOf(' ') + 1);
        String words = address.group(1)
                + word(" peer ", address.group(2))
                + word(" brd ", address.group(3))
                + (scope.matches() && !scope.group(1).equals("global") ? " scope " + scope.group(1) : "")
                + " dev " + device.name()
                + (label.startsWith(device.name() + ":") ? " label " + label : "")
                + (isSix(line) && rest.contains("nodad") ? " nodad" : "")
                + (rest.contains("noprefixroute") ? " noprefixroute" : "");
        if (lab.run(line, "ip -n " + host + " addr add " + words)) {
            lab.understood();
        }
    }

    private static String word(String before, String value) {
        return value == null ? "" : before + value;
    }

    private static boolean isSix(CollectedLine address) {
        return address.text().startsWith("inet6 ");
    }

    private static String prefix(CollectedLine address) {
        return address.text().split(" ")[1];
    }

    private String link(CollectedDevice device) {
        return "ip -n " + host + " link set " + device.name();
    }

    private List<CollectedLine> shown(String device, String what) {
        return lab.ask("ip -n " + host + " " + what + " show dev " + device).stream()
                .map(line -> new CollectedLine(0, line.startsWith(" ") ? " " + line.strip() : line))
                .toList();
    }

    private static void number(
            StringBuilder words, CollectedDevice device, CollectedDevice here, String shown, String set) {
        String wanted = device.after(shown);
        if (!wanted.isEmpty() && !wanted.equals(here.after(shown))) {
            words.append(' ').append(set).append(' ').append(wanted);
        }
    }

    private static void flag(
            StringBuilder words,
            CollectedDevice device,
            CollectedDevice here,
            String flag,
            String with,
            String without) {
        if (device.has(flag) != here.has(flag)) {
            words.append(' ').append(device.has(flag) ? with : without);
        }
    }
}
