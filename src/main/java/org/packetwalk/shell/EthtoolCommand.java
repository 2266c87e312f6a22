package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.NetNamespace;

/** {@code ethtool DEVICE}, {@code -i}, {@code -k}, {@code -S}, {@code -P}, {@code -l} and what no virtual device can do. */
final class EthtoolCommand implements CommandParser {

    private static final String KNOWN = "DEVICE, -a, -c, -g, -i, -k, -l, -P, -S";
    private static final int NO_DRIVER = 71;
    private static final int NO_STATISTICS = 94;
    private static final int NO_DEVICE = 75;
    private static final List<String> LONG = List.of(
            "--show-pause",
            "--show-coalesce",
            "--show-ring",
            "--driver",
            "--show-features",
            "--show-channels",
            "--show-permaddr",
            "--statistics");
    private static final String LETTERS = "acgiklPS";
    private static final String SETTINGS = """
            \tSupported ports: [  ]
            \tSupported link modes:   Not reported
            \tSupported pause frame use: No
            \tSupports auto-negotiation: No
            \tSupported FEC modes: Not reported
            \tAdvertised link modes:  Not reported
            \tAdvertised pause frame use: No
            \tAdvertised auto-negotiation: No
            \tAdvertised FEC modes: Not reported
            """;
    private static final String CHANNELS = """
            Channel parameters for %s:
            Pre-set maximums:
            RX:\t\t2
            TX:\t\t2
            Other:\t\tn/a
            Combined:\tn/a
            Current hardware settings:
            RX:\t\t1
            TX:\t\t1
            Other:\t\tn/a
            Combined:\tn/a
            """;

    /** What no virtual device can do: the exit code and the words, nothing for what is not asked here. */
    private static CommandResult refusal(String option) {
        return switch (option) {
            case "-s" -> CommandResult.failed(75, "netlink error: Operation not supported\n");
            case "-G" -> CommandResult.failed(81, "netlink error: Operation not supported\n");
            case "-m" -> CommandResult.failed(1, "netlink error: Operation not supported\n");
            case "-r" -> CommandResult.failed(255, "Cannot restart autonegotiation: Operation not supported\n");
            case "-t" -> CommandResult.failed(74, "Cannot test: Operation not supported\n");
            case "-x" -> CommandResult.failed(1, "Cannot get RX ring count: Operation not supported\n");
            case "-d" -> CommandResult.failed(74, "Cannot get register dump: Operation not supported\n");
            case "-e" -> CommandResult.failed(74, "Cannot get EEPROM data: Operation not supported\n");
            default -> CommandResult.SILENT;
        };
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.isEmpty()) {
            throw new Refusal(1, "ethtool: bad command line argument(s)\nFor more information run ethtool -h");
        }
        String first = arguments.get(0);
        if (first.equals("--version")) {
            return new Command.Run(
                    place.host(), first, (computer, stdin) -> CommandResult.printed("ethtool version 6.1\n"));
        }
        CommandResult unable = refusal(first);
        if (unable.exit() != 0 && arguments.size() > 1) {
            return new Command.Run(
                    place.host(),
                    "ethtool " + String.join(" ", arguments),
                    (computer, stdin) -> computer.machine()
                                    .host(place.host())
                                    .devices()
                                    .find(arguments.get(1))
                                    .isPresent()
                            ? unable
                            : missing(' '));
        }
        char letter = letter(first);
        int words = letter == ' ' ? 1 : 2;
        if (arguments.size() != words) {
            throw new Refusal(1, "ethtool: bad command line argument(s)\nFor more information run ethtool -h");
        }
        String name = arguments.get(words - 1);
        return new Command.Run(
                place.host(),
                "ethtool " + String.join(" ", arguments),
                (computer, stdin) -> show(computer.machine().host(place.host()), letter, name));
    }

    private static char letter(String word) {
        if (!word.startsWith("-")) {
            return ' ';
        }
        int named = LONG.indexOf(word);
        if (named >= 0) {
            return LETTERS.charAt(named);
        }
        if (word.length() != 2 || LETTERS.indexOf(word.charAt(1)) < 0) {
            throw Refusal.unknownHere(1, "ethtool " + word + " is not simulated. Known here: " + KNOWN + ".");
        }
        return word.charAt(1);
    }

    private static CommandResult show(NetNamespace ns, char letter, String name) {
        Optional<NetDevice> found = ns.devices().find(name);
        if (found.isEmpty()) {
            return missing(letter);
        }
        NetDevice device = found.get();
        boolean veth = device.kind() instanceof DeviceKind.Veth;
        return switch (letter) {
            case ' ' -> CommandResult.printed(settings(ns, device));
            case 'i' -> driver(device);
            case 'k' -> EthtoolFeatures.print(device);
            case 'P' ->
                device.isLoopback()
                        ? CommandResult.printed("Permanent address: 00:00:00:00:00:00\n")
                        : CommandResult.printed("Permanent address: not set\n");
            case 'S' -> statistics(device);
            case 'l' ->
                veth
                        ? CommandResult.printed(CHANNELS.formatted(name))
                        : CommandResult.failed(1, "netlink error: Operation not supported\n");
            default -> CommandResult.failed(1, "netlink error: Operation not supported\n");
        };
    }

    private static CommandResult missing(char letter) {
        String lookup = "netlink error: no device matches name (offset 24)\nnetlink error: No such device\n";
        return switch (letter) {
            case ' ' -> new CommandResult(NO_DEVICE, "No data available\n", lookup.repeat(5));
            case 'i' -> CommandResult.failed(NO_DRIVER, "Cannot get driver information: No such device\n");
            case 'S' -> CommandResult.failed(NO_STATISTICS, "no stats available\n");
            default -> CommandResult.failed(1, lookup);
        };
    }

    private static String settings(NetNamespace ns, NetDevice device) {
        StringBuilder out = new StringBuilder("Settings for " + device.name() + ":\n");
        String link = "\tLink detected: " + (device.running() ? "yes" : "no") + "\n";
        boolean veth = device.kind() instanceof DeviceKind.Veth;
        boolean settings = veth || device.bridge().isPresent() || device.kind() instanceof DeviceKind.Vxlan;
        if (!settings) {
            return out.append(link).toString();
        }
        boolean fast = veth || device.bridge().isPresent() && device.up() && hasPort(ns, device);
        out.append(SETTINGS);
        out.append("\tSpeed: ").append(fast ? "10000Mb/s" : "Unknown!").append('\n');
        out.append("\tDuplex: ").append(veth ? "Full" : "Unknown! (255)").append('\n');
        out.append("\tAuto-negotiation: off\n");
        out.append("\tPort: ").append(veth ? "Twisted Pair" : "Other").append('\n');
        out.append("\tPHYAD: 0\n\tTransceiver: internal\n").append(veth ? "\tMDI-X: Unknown\n" : "");
        return out.append(link).toString();
    }

    private static boolean hasPort(NetNamespace ns, NetDevice bridge) {
        return ns.devices().all().stream()
                .anyMatch(port -> port.master() == bridge.index() && port.kind() instanceof DeviceKind.Veth);
    }

    private static CommandResult driver(NetDevice device) {
        String kind = device.kind().word();
        String version = switch (kind) {
            case "veth" -> "1.0";
            case "bridge" -> "2.3";
            case "vxlan" -> "0.1";
            case "vlan" -> "1.8";
            case "macvlan" -> "0.1";
            default -> "";
        };
        if (device.isLoopback()) {
            return CommandResult.failed(NO_DRIVER, "Cannot get driver information: Operation not supported\n");
        }
        boolean bridge = kind.equals("bridge");
        String driver = kind.equals("vlan") ? "802.1Q VLAN Support" : kind;
        return CommandResult.printed("driver: " + driver + "\nversion: " + version + "\nfirmware-version: "
                + (bridge || kind.equals("vlan") ? "N/A" : "")
                + "\nexpansion-rom-version: \nbus-info: " + (bridge ? "N/A" : "")
                + "\nsupports-statistics: " + (kind.equals("veth") ? "yes" : "no")
                + "\nsupports-test: no\nsupports-eeprom-access: no\nsupports-register-dump: no\n"
                + "supports-priv-flags: no\n");
    }

    private static CommandResult statistics(NetDevice device) {
        if (!(device.kind() instanceof DeviceKind.Veth veth)) {
            return CommandResult.failed(NO_STATISTICS, "no stats available\n");
        }
        StringBuilder out = new StringBuilder("NIC statistics:\n     peer_ifindex: " + veth.peerIndex() + "\n");
        for (String name : List.of(
                "rx_queue_0_xdp_packets",
                "rx_queue_0_xdp_bytes",
                "rx_queue_0_drops",
                "rx_queue_0_xdp_redirect",
                "rx_queue_0_xdp_drops",
                "rx_queue_0_xdp_tx",
                "rx_queue_0_xdp_tx_errors",
                "tx_queue_0_xdp_xmit",
                "tx_queue_0_xdp_xmit_errors")) {
            out.append("     ").append(name).append(": 0\n");
        }
        return CommandResult.printed(out.toString());
    }
}
