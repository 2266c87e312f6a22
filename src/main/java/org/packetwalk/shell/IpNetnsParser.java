package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    IpNetnsParser(Place place, IpOptions options, Commands commands) {
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
            case "identify" -> run("identify", this::identify);
            case "pids" -> pids(words);
            case "exec" -> exec(words);
            default -> throw Words.notSimulated("ip netns", subcommand, "add, del, exec, identify, list, pids");
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

    private CommandResult identify(Computer computer, String stdin) {
        return CommandResult.printed(
                (computer.named(place.host()) ? place.host().name() : "") + "\n");
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
