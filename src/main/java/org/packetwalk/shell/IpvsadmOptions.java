package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.packetwalk.kernel.netfilter.IpvsDestination;
import org.packetwalk.kernel.netfilter.IpvsScheduler;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.ServiceNames;
import org.packetwalk.netlink.IpvsRequest;

/** The words of ipvsadm, read ({@code parse_options}). */
final class IpvsadmOptions {

    private static final String KNOWN =
            "-A, -E, -D with -t or -u ADDRESS:PORT, -s rr|wrr|lc|wlc|sh; -a, -e, -d with -r ADDRESS, -g,"
                    + " -w WEIGHT; -L [-n] [-c], -S [-n], -R, -C";

    private static final List<String> OTHER_SCHEDULERS =
            List.of("fo", "ovf", "lblc", "lblcr", "dh", "sed", "nq", "mh", "twos");

    private static final String WITH_ARGUMENT = "tufspMrwxyob";
    private static final int TCP = 6;
    private static final int UDP = 17;

    private char command;
    private boolean numeric;
    private boolean connections;
    private Optional<IpvsRequest.Service> service = Optional.empty();
    private Optional<IpvsScheduler> scheduler = Optional.empty();
    private Optional<String> server = Optional.empty();
    private OptionalInt weight = OptionalInt.empty();

    private IpvsadmOptions() {}

    static IpvsadmOptions parse(List<String> arguments) {
        IpvsadmOptions options = new IpvsadmOptions();
        Words words = new Words(unfolded(arguments));
        while (words.hasNext()) {
            options.read(words.next(), words);
        }
        options.check();
        return options;
    }

    /** Takes clusters such as {@code -Lnc} apart. */
    private static List<String> unfolded(List<String> arguments) {
        List<String> apart = new ArrayList<>();
        for (String word : arguments) {
            if (word.length() <= 2 || !word.startsWith("-") || word.startsWith("--")) {
                apart.add(word);
                continue;
            }
            for (int i = 1; i < word.length(); i++) {
                apart.add("-" + word.charAt(i));
                if (WITH_ARGUMENT.indexOf(word.charAt(i)) >= 0 && i + 1 < word.length()) {
                    apart.add(word.substring(i + 1));
                    break;
                }
            }
        }
        return apart;
    }

    private void read(String word, Words words) {
        switch (word) {
            case "-A", "--add-service" -> take('A');
            case "-E", "--edit-service" -> take('E');
            case "-D", "--delete-service" -> take('D');
            case "-a", "--add-server" -> take('a');
            case "-e", "--edit-server" -> take('e');
            case "-d", "--delete-server" -> take('d');
            case "-L", "-l", "--list" -> take('L');
            case "-C", "--clear" -> take('C');
            case "-S", "--save" -> take('S');
            case "-R", "--restore" -> take('R');
            case "-t", "--tcp-service" -> service = Optional.of(service(TCP, argument(word, words)));
            case "-u", "--udp-service" -> service = Optional.of(service(UDP, argument(word, words)));
            case "-s", "--scheduler" -> scheduler = Optional.of(scheduler(argument(word, words)));
            case "-r", "--real-server" -> server = Optional.of(argument(word, words));
            case "-w", "--weight" -> weight = OptionalInt.of(weight(argument(word, words)));
            case "-g", "--gatewaying", "--sort", "--nosort", "--exact" -> {}
            case "-n", "--numeric" -> numeric = true;
            case "-c", "--connection" -> connections = true;
            default -> {
                if (word.startsWith("-")) {
                    throw Words.notSimulated("ipvsadm", word, KNOWN);
                }
                throw fail("unexpected argument " + word);
            }
        }
    }

    private static String argument(String option, Words words) {
        if (!words.hasNext()) {
            throw fail("option " + option + " requires an argument");
        }
        return words.next();
    }

    private void take(char letter) {
        if (command != 0) {
            throw fail("multiple commands specified");
        }
        command = letter;
    }

    private static Refusal fail(String complaint) {
        return new Refusal(2, complaint);
    }

    private IpvsRequest.Service service(int protocol, String text) {
        if (text.startsWith("[")) {
            throw Words.notSimulated("ipvsadm with the IPv6 address", text, "IPv4 addresses");
        }
        int colon = text.indexOf(':');
        String address = colon < 0 ? text : text.substring(0, colon);
        OptionalInt port = colon < 0 ? OptionalInt.empty() : port(text.substring(colon + 1), protocol);
        if (!Ipv4Address.isValid(address) || port.isEmpty()) {
            throw fail("illegal virtual server address[:port] specified");
        }
        return new IpvsRequest.Service(protocol, Ipv4Address.parse(address), port.getAsInt());
    }

    private static OptionalInt port(String text, int protocol) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65536) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        return ServiceNames.port(text, protocol == UDP);
    }

    private static IpvsScheduler scheduler(String word) {
        if (OTHER_SCHEDULERS.contains(word)) {
            throw Words.notSimulated("ipvsadm -s", word, "rr, wrr, lc, wlc, sh");
        }
        return IpvsScheduler.parse(word)
                .orElseThrow(() -> new Refusal(255, "Scheduler or persistence engine not found"));
    }

    private static int weight(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw fail("illegal weight specified");
        }
        return Integer.parseInt(text);
    }

    private void check() {
        if (command == 0) {
            command = 'L';
        }
        boolean needsService = "AEDaed".indexOf(command) >= 0;
        boolean needsServer = "aed".indexOf(command) >= 0;
        if (needsService && service.isEmpty()) {
            throw fail("You need to supply the 'virtual-service' option for the '" + named() + "' command");
        }
        if (needsServer && server.isEmpty()) {
            throw fail("You need to supply the 'real-server' option for the '" + named() + "' command");
        }
        if (!needsServer && server.isPresent()) {
            throw fail("Illegal 'real-server' option with the '" + named() + "' command");
        }
    }

    private String named() {
        return switch (command) {
            case 'A' -> "add-service";
            case 'E' -> "edit-service";
            case 'D' -> "delete-service";
            case 'a' -> "add-server";
            case 'e' -> "edit-server";
            case 'd' -> "delete-server";
            case 'C' -> "flush";
            case 'S' -> "save";
            case 'R' -> "restore";
            default -> "list";
        };
    }

    char command() {
        return command;
    }

    boolean numeric() {
        return numeric;
    }

    boolean connections() {
        return connections;
    }

    Optional<IpvsRequest.Service> service() {
        return service;
    }

    /** The change that is asked for. */
    IpvsRequest request() {
        if (command == 'C') {
            return new IpvsRequest.Clear();
        }
        IpvsRequest.Service where = service.orElseThrow();
        return switch (command) {
            case 'A' -> new IpvsRequest.AddService(where, scheduler.orElse(IpvsScheduler.WLC));
            case 'E' -> new IpvsRequest.EditService(where, scheduler.orElse(IpvsScheduler.WLC));
            case 'D' -> new IpvsRequest.DeleteService(where);
            case 'a' -> new IpvsRequest.AddServer(where, destination(where));
            case 'e' -> new IpvsRequest.EditServer(where, destination(where));
            default ->
                new IpvsRequest.DeleteServer(
                        where, destination(where).address(), destination(where).port());
        };
    }

    /** With direct routing the port stays that of the service. */
    private IpvsDestination destination(IpvsRequest.Service where) {
        String text = server.orElseThrow();
        int colon = text.indexOf(':');
        String address = colon < 0 ? text : text.substring(0, colon);
        boolean readable = Ipv4Address.isValid(address)
                && (colon < 0
                        || port(text.substring(colon + 1), where.protocol()).isPresent());
        if (!readable) {
            throw fail("illegal real server address[:port] specified");
        }
        return new IpvsDestination(Ipv4Address.parse(address), where.port(), weight.orElse(1));
    }
}
