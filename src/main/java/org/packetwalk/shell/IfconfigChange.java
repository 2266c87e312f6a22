package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.AddressLifetime;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.AddressRequest;
import org.packetwalk.netlink.ConfigRequest;
import org.packetwalk.netlink.LinkChange;
import org.packetwalk.netlink.LinkRequest;

/**
 * {@code ifconfig INTERFACE …}: changes by the calls that were there before netlink ({@code devinet_ioctl},
 * {@code dev_ifsioc}). Each word acts at once, in the order it stands.
 */
final class IfconfigChange {

    private static final String KNOWN =
            "ADDRESS[/LENGTH], netmask, broadcast, up, down, mtu, txqueuelen, hw ether, and arp, promisc,"
                    + " allmulti, multicast with or without -";
    private static final String HELP = "ifconfig: `--help' gives usage information.\n";

    private static final int USAGE = 3;

    /** The exit code where flags could not be read or set. */
    private static final int NO_FLAGS = 255;

    /** The shortest prefix that leaves no broadcast address. */
    private static final int NO_BROADCAST = 31;

    private final Computer computer;
    private final HostId host;
    private final String label;
    private final StringBuilder errors = new StringBuilder();
    private int exit;

    private IfconfigChange(Computer computer, HostId host, String label) {
        this.computer = computer;
        this.host = host;
        this.label = label;
    }

    static Command parse(String label, List<String> words, Place place) {
        for (String word : words) {
            if (List.of("add", "del", "tunnel", "metric", "pointopoint", "dstaddr", "media", "trailers", "name")
                    .contains(word)) {
                throw Words.notSimulated("ifconfig INTERFACE", word, KNOWN);
            }
        }
        int hardware = words.indexOf("hw");
        if (hardware >= 0
                && hardware + 1 < words.size()
                && !words.get(hardware + 1).equals("ether")) {
            throw Words.notSimulated("ifconfig INTERFACE hw", words.get(hardware + 1), "ether");
        }
        return new Command.Run(
                place.host(),
                "ifconfig " + label + " " + String.join(" ", words),
                (computer, stdin) -> new IfconfigChange(computer, place.host(), label).apply(words));
    }

    private CommandResult apply(List<String> words) {
        int length = -1;
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            boolean on = !word.startsWith("-");
            switch (on ? word : word.substring(1)) {
                case "up" -> flag(new LinkChange.Up(true));
                case "down" -> down();
                case "arp" -> flag(new LinkChange.Arp(on));
                case "promisc" -> flag(new LinkChange.Promiscuous(on));
                case "allmulti" -> flag(new LinkChange.AllMulticast(on));
                case "multicast" -> flag(new LinkChange.Multicast(on));
                case "hw" -> {
                    if (words.size() < at + 2) {
                        return CommandResult.failed(USAGE, HELP);
                    }
                    hardwareAddress(words.get(at + 1));
                    at += 2;
                }
                case "mtu", "txqueuelen", "netmask", "broadcast" -> {
                    if (at == words.size()) {
                        return CommandResult.failed(USAGE, HELP);
                    }
                    value(word, words.get(at++));
                }
                default -> {
                    int slash = word.indexOf('/');
                    String text = slash < 0 ? word : word.substring(0, slash);
                    if (!Ipv4Address.isValid(text)) {
                        return CommandResult.failed(1, text + ": Host name lookup failure\n" + HELP);
                    }
                    length = slash < 0 ? -1 : (int) Words.number(word.substring(slash + 1));
                    address(Ipv4Address.parse(text));
                    flag(new LinkChange.Up(true));
                }
            }
        }
        if (length >= 0 && length <= 32) {
            mask(length);
        }
        return exit == 0 ? CommandResult.SILENT : CommandResult.failed(exit, errors.toString());
    }

    /** {@code SIOCSIFHWADDR}. */
    private void hardwareAddress(String text) {
        if (MacAddress.isValid(text)) {
            link("SIOCSIFHWADDR", new LinkChange.Address(MacAddress.parse(text)));
        } else {
            fail(text + ": invalid ether address.");
        }
    }

    private void value(String word, String text) {
        long number = Math.max(0, Words.number(text));
        switch (word) {
            case "mtu" -> link("SIOCSIFMTU", new LinkChange.Mtu((int) Math.min(number, Integer.MAX_VALUE)));
            case "txqueuelen" ->
                link("SIOCSIFTXQLEN", new LinkChange.QueueLength((int) Math.min(number, Integer.MAX_VALUE)));
            case "netmask" -> {
                int bits = Ipv4Address.isValid(text) ? Ipv4Address.parse(text).bits() : 0;
                int length = Integer.bitCount(bits);
                if (bits != Ipv4Prefix.mask(length)) {
                    fail("SIOCSIFNETMASK: " + Errno.EINVAL.text());
                } else {
                    mask(length);
                }
            }
            default -> broadcast(Ipv4Address.isValid(text) ? Ipv4Address.parse(text) : Ipv4Address.ANY);
        }
    }

    private Optional<NetDevice> device() {
        int colon = label.indexOf(':');
        String name = colon < 0 ? label : label.substring(0, colon);
        return computer.machine().host(host).devices().find(name);
    }

    private Optional<InterfaceAddress> there() {
        return device().flatMap(device -> computer.machine().host(host).addresses().of(device.index()).stream()
                .filter(address -> address.label().equals(label))
                .findFirst());
    }

    /** {@code SIOCSIFFLAGS}. */
    private void flag(LinkChange change) {
        if (device().isEmpty()) {
            fail(label + ": ERROR while getting interface flags: " + Errno.ENODEV.text());
            exit = NO_FLAGS;
            return;
        }
        link("SIOCSIFFLAGS", change);
    }

    /** An alias that is set down is gone. */
    private void down() {
        Optional<InterfaceAddress> alias = label.contains(":") ? there() : Optional.empty();
        if (alias.isPresent()) {
            configure("SIOCSIFFLAGS", delete(alias.get()));
        } else {
            flag(new LinkChange.Up(false));
        }
    }

    private void link(String call, LinkChange change) {
        Optional<NetDevice> device = device();
        if (device.isEmpty()) {
            fail(call + ": " + Errno.ENODEV.text());
            return;
        }
        configure(call, new LinkRequest.Change(device.get().index(), List.of(change)));
    }

    /** {@code SIOCSIFADDR}: takes the place of the address with the same label; the mask is that of its class. */
    private void address(Ipv4Address address) {
        Optional<InterfaceAddress> before = there();
        if (before.filter(old -> old.address().equals(address)).isPresent()) {
            return;
        }
        before.ifPresent(old -> configure("SIOCSIFADDR", delete(old)));
        set("SIOCSIFADDR", address, classLength(address), Optional.empty());
    }

    private void mask(int length) {
        Optional<InterfaceAddress> before = there();
        if (before.isEmpty()) {
            fail("SIOCSIFNETMASK: " + Errno.EADDRNOTAVAIL.text());
        } else if (before.get().prefixLength() != length) {
            InterfaceAddress old = before.get();
            configure("SIOCSIFNETMASK", delete(old));
            boolean own = !old.broadcast().equals(broadcastOf(old.address(), old.prefixLength()));
            set("SIOCSIFNETMASK", old.address(), length, own ? Optional.of(old.broadcast()) : Optional.empty());
        }
    }

    private void broadcast(Ipv4Address broadcast) {
        Optional<InterfaceAddress> before = there();
        if (before.isEmpty()) {
            fail("SIOCSIFBRDADDR: " + Errno.EADDRNOTAVAIL.text());
        } else if (!before.get().broadcast().equals(broadcast)) {
            configure("SIOCSIFBRDADDR", delete(before.get()));
            set("SIOCSIFBRDADDR", before.get().address(), before.get().prefixLength(), Optional.of(broadcast));
        }
    }

    private void set(String call, Ipv4Address address, int length, Optional<Ipv4Address> broadcast) {
        Optional<NetDevice> device = device();
        if (device.isEmpty()) {
            fail(call + ": " + Errno.ENODEV.text());
            return;
        }
        InterfaceAddress wanted = new InterfaceAddress(
                address,
                length,
                address,
                device.get().isLoopback() ? Ipv4Address.ANY : broadcast.orElse(broadcastOf(address, length)),
                address.isLoopback() ? RouteScope.HOST : RouteScope.UNIVERSE,
                label,
                false,
                false,
                false,
                0,
                AddressLifetime.UNLIMITED);
        configure(call, new AddressRequest.Add(device.get().index(), wanted, false));
    }

    private AddressRequest delete(InterfaceAddress old) {
        return new AddressRequest.Delete(
                device().map(NetDevice::index).orElse(0), old.address(), old.prefixLength(), old.peer(), false, label);
    }

    private void configure(String call, ConfigRequest request) {
        if (computer.configure(host, request) instanceof ResultOrErrno.Refused<Errno> refused) {
            fail(call + ": " + refused.errno().text());
        }
    }

    private void fail(String line) {
        exit = Math.max(exit, 1);
        errors.append(line).append('\n');
    }

    /** {@code inet_abc_len}. */
    private static int classLength(Ipv4Address address) {
        int first = address.bits() >>> 24;
        return first == 0 ? 0 : first < 128 ? 8 : first < 192 ? 16 : 24;
    }

    private static Ipv4Address broadcastOf(Ipv4Address address, int length) {
        return length < NO_BROADCAST ? new Ipv4Address(address.bits() | ~Ipv4Prefix.mask(length)) : Ipv4Address.ANY;
    }
}
