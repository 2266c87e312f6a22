package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.netlink.HostRequest;
import org.packetwalk.sim.Process;

/** {@code ip netns} ({@code ip/ipnetns.c}): the hosts of a lab. */
final class IpNetnsParser {

    private static final List<String> SUBCOMMANDS = List.of(
            "list",
            "show",
            "lst",
            "list-id",
            "help",
            "add",
            "set",
            "delete",
            "identify",
            "pids",
            "exec",
            "monitor",
            "attach");

    private static final int NO_ID = -1;

    private final Place place;
    private final IpOptions options;
    private final Commands commands;
    private final boolean all;

    /** With {@code -all} what is asked for concerns every namespace that has a name. */
    IpNetnsParser(Place place, IpOptions options, Commands commands, boolean all) {
        this.all = all;
        this.place = place;
        this.options = options;
        this.commands = commands;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "netns", "list", SUBCOMMANDS);
        if (words.hasNext()
                && (words.peek().isEmpty()
                        || words.peek().contains("/")
                        || words.peek().equals(".")
                        || words.peek().equals(".."))) {
            throw new Refusal(255, "Invalid netns name \"" + words.peek() + "\"");
        }
        return switch (subcommand) {
            case "list", "show", "lst" -> run("list", this::list);
            case "add" -> add(words);
            case "delete" -> delete(words);
            case "list-id" -> listIds(words);
            case "set" -> set(words);
            case "identify" -> identify(words);
            case "pids" -> pids(words);
            case "exec" -> exec(words);
            case "help" -> throw IpUsage.refusal(IpUsage.NETNS);
            default ->
                throw Words.notSimulated(
                        "ip netns", subcommand, "add, del, exec, help, identify, list, list-id, pids, set");
        };
    }

    private Command run(String what, Action action) {
        return new Command.Run(place.host(), "ip netns " + what, action);
    }

    private CommandResult list(Computer computer, String stdin) {
        List<Object> rows = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (HostId host : computer.hosts()) {
            if (computer.named(host)) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("name", host.name());
                out.append(host);
                int id = computer.machine()
                        .find(place.host())
                        .map(ns -> Computer.peerNumber(ns, host))
                        .orElse(NO_ID);
                if (id >= 0) {
                    row.put("id", id);
                    out.append(" (id: ").append(id).append(')');
                }
                out.append('\n');
                rows.add(row);
            }
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    /** {@code netns_list_id}: the namespaces that are known here, by their numbers. */
    private Command listIds(Words words) {
        if (words.hasNext()) {
            throw Words.notSimulated("ip netns list-id", words.peek(), "no arguments");
        }
        return run("list-id", (computer, stdin) -> {
            SortedMap<Integer, HostId> known = new TreeMap<>();
            computer.machine()
                    .find(place.host())
                    .ifPresent(ns -> ns.peers().forEach((host, number) -> known.put(number, host)));
            List<Object> rows = new ArrayList<>();
            StringBuilder out = new StringBuilder();
            known.forEach((number, host) -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("nsid", number);
                out.append("nsid ").append(number).append(' ');
                if (computer.named(host)) {
                    row.put("name", host.name());
                    out.append("(iproute2 netns name: ").append(host).append(')');
                }
                out.append('\n');
                rows.add(row);
            });
            return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
        });
    }

    /** {@code netns_set}. */
    private Command set(Words words) {
        if (!words.hasNext()) {
            throw new Refusal(1, "No netns name specified");
        }
        String name = words.next();
        if (!words.hasNext()) {
            throw new Refusal(1, "No nsid specified");
        }
        String word = words.next();
        boolean negative = word.startsWith("-");
        long number = word.equals("auto") ? -1 : Words.number(negative ? word.substring(1) : word);
        if (!word.equals("auto") && (number < 0 || number > Integer.MAX_VALUE)) {
            throw Words.wrong(word, "Invalid \"netnsid\" value");
        }
        if (negative) {
            throw Words.wrong(word, "\"netnsid\" value should be >= 0");
        }
        HostId other = new HostId(name);
        if (!place.known().host(other)) {
            throw new Refusal(1, "Cannot open network namespace \"" + name + "\": No such file or directory");
        }
        HostRequest request = new HostRequest.Number(other, (int) number);
        return run("set", (computer, stdin) -> Rtnetlink.answer(computer.configure(place.host(), request)));
    }

    private Command identify(Words words) {
        if (words.hasNext() && !words.peek().equals("self")) {
            String pid = words.next();
            if (!pid.matches("\\d{1,9}")) {
                throw new Refusal(1, "Specified string '" + pid + "' is not a pid");
            }
            return run(
                    "identify",
                    (computer, stdin) -> computer.processes().stream()
                            .filter(process -> process.pid() == Integer.parseInt(pid))
                            .findFirst()
                            .map(process ->
                                    CommandResult.printed((computer.named(process.host())
                                                    ? process.host().name()
                                                    : "") + "\n"))
                            .orElse(CommandResult.failed(
                                    1, "Cannot open network namespace: No such file or directory\n")));
        }
        return run(
                "identify",
                (computer, stdin) -> CommandResult.printed(
                        (computer.named(place.host()) ? place.host().name() : "") + "\n"));
    }

    private Command add(Words words) {
        if (!words.hasNext()) {
            throw new Refusal(1, "No netns name specified");
        }
        HostId host = new HostId(words.next());
        return run("add", (computer, stdin) -> {
            if (computer.machine().find(host).isPresent()) {
                return CommandResult.failed(
                        1, "Cannot create namespace file \"/run/netns/" + host + "\": File exists\n");
            }
            return Rtnetlink.answer(computer.configure(place.host(), new HostRequest.Add(host)));
        });
    }

    private Command delete(Words words) {
        if (all) {
            return run("delete", (computer, stdin) -> {
                computer.hosts().stream()
                        .filter(computer::named)
                        .forEach(host -> computer.configure(place.host(), new HostRequest.Delete(host)));
                return CommandResult.SILENT;
            });
        }
        if (!words.hasNext()) {
            throw new Refusal(1, "No netns name specified");
        }
        HostId host = new HostId(words.next());
        return run("delete", (computer, stdin) -> {
            if (computer.machine().find(host).isEmpty() || !computer.named(host)) {
                return CommandResult.failed(
                        1, "Cannot remove namespace file \"/run/netns/" + host + "\": No such file or directory\n");
            }
            return Rtnetlink.answer(computer.configure(place.host(), new HostRequest.Delete(host)));
        });
    }

    private Command pids(Words words) {
        if (!words.hasNext()) {
            throw new Refusal(1, "No netns name specified");
        }
        HostId host = new HostId(words.next());
        return run("pids", (computer, stdin) -> {
            if (computer.machine().find(host).isEmpty()) {
                return CommandResult.failed(1, "Cannot open network namespace: No such file or directory\n");
            }
            StringBuilder out = new StringBuilder();
            for (Process program : computer.processes()) {
                if (program.host().equals(host)) {
                    out.append(program.pid()).append('\n');
                }
            }
            return CommandResult.printed(out.toString());
        });
    }

    private Command exec(Words words) {
        if (all) {
            throw Words.notSimulated("ip -all netns", "exec", "delete");
        }
        if (!words.hasNext()) {
            throw new Refusal(1, "No netns name specified");
        }
        String name = words.next();
        if (!words.hasNext()) {
            throw new Refusal(1, "No command specified");
        }
        Place inside = place.on(IpCommand.host(place, name));
        if (!commands.knows(words.peek())) {
            throw Refusal.unknownHere(
                    1, "exec of \"" + words.peek() + "\" failed: No such file or directory. " + commands.listOfKnown());
        }
        return commands.parse(words.rest(), inside);
    }
}
