package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.packetwalk.diagram.RoutePicture;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.StackPicture.OpenHost;
import org.packetwalk.diagram.StackPicture.TableRow;
import org.packetwalk.diagram.StackPicture.TableView;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Text;
import org.packetwalk.kernel.HostId;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;

/** What somebody asks who presses a part of the stack view: since when a route or an address is there, what a station decided. */
final class PictureQuestions {
    private final HostStates states;
    private final Function<Text, String> words;

    PictureQuestions(Shell shell, Function<Text, String> words) {
        this.states = new HostStates(shell);
        this.words = words;
    }

    /** The question about a part of a picture, as the world was then; none where there is nothing to ask. */
    Optional<WhyQuestion> of(Subject subject, StackPicture picture, World world) {
        String[] parts = subject.id().substring(subject.kind().length() + 1).split("/");
        Optional<OpenHost> host = picture.hosts().stream()
                .filter(open -> open.id().equals(parts[0]))
                .findFirst();
        if (host.isEmpty() || parts.length < 2) {
            return Optional.empty();
        }
        return switch (subject.kind()) {
            case "station" -> station(subject, host.get());
            case "device" -> device(parts[1], host.get(), world);
            case "table" ->
                table(parts[1], host.get())
                        .flatMap(table -> asked(table).flatMap(row -> route(table, row, host.get(), world)));
            case "row" ->
                table(parts[1], host.get())
                        .flatMap(
                                table -> route(table, table.rows().get(Integer.parseInt(parts[2])), host.get(), world));
            default -> Optional.empty();
        };
    }

    /** The question about a rule or a route of a lookup, as the world was then. */
    Optional<WhyQuestion> of(Subject subject, RoutePicture asked, World world) {
        String[] parts = subject.id().substring(subject.kind().length() + 1).split("/");
        boolean rung = subject.kind().equals("rung");
        if (!rung && !subject.kind().equals("rung-row") || parts.length < (rung ? 2 : 3)) {
            return Optional.empty();
        }
        RoutePicture.Rung rule = asked.rungs().get(Integer.parseInt(parts[1]));
        if (rung) {
            return rule(rule, parts[0], world);
        }
        RoutePicture.Row row = rule.rows().get(Integer.parseInt(parts[2]));
        String device = row.way().replaceFirst("^.*\\bdev (\\S+).*$", "$1");
        String named = rule.line().replaceFirst("^.*\\blookup (\\S+).*$", "$1");
        TableRow entry =
                new TableRow(row.table().isEmpty() ? named : row.table(), row.type(), row.prefix(), device, false);
        return listed(entry, "ip route show table all", parts[0], world);
    }

    /** A rule by its priority; the one trie of two tables is of no rule. */
    private Optional<WhyQuestion> rule(RoutePicture.Rung rule, String host, World world) {
        String priority = rule.title()
                .match(
                        literal -> literal,
                        (key, arguments) ->
                                arguments.stream().findFirst().map(words).orElse(""));
        String command = "ip rule";
        return states.lines(world, new HostId(host), command).stream()
                .filter(line -> !priority.isEmpty() && line.startsWith(priority + ":"))
                .map(line -> new WhyQuestion(words.apply(rule.title()), command, line, host))
                .findFirst();
    }

    private Optional<WhyQuestion> station(Subject subject, OpenHost host) {
        return host.stations().stream()
                .filter(view -> Subject.station(host.id(), view.station()).equals(subject))
                .filter(view -> view.state().reached())
                .map(view -> new WhyQuestion(words.apply(view.title()), WhyQuestion.STATION, subject.id(), host.id()))
                .findFirst();
    }

    private Optional<WhyQuestion> device(String name, OpenHost host, World world) {
        String address = host.devices().stream()
                .filter(device -> device.name().equals(name))
                .map(StackPicture.DeviceView::address)
                .findFirst()
                .orElse("");
        String command = "ip addr";
        return states.lines(world, new HostId(host.id()), command).stream()
                .filter(line -> address.isEmpty()
                        ? line.matches("\\d+: " + name + "[@:].*")
                        : line.strip().matches("inet6? " + address.replace(".", "\\.") + " .*"))
                .map(line -> new WhyQuestion((name + " " + address).strip(), command, line, host.id()))
                .findFirst();
    }

    private static Optional<TableView> table(String id, OpenHost host) {
        return host.tables().stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** The row that answered, else the first. */
    private static Optional<TableRow> asked(TableView table) {
        return table.rows().stream()
                .filter(TableRow::hit)
                .findFirst()
                .or(() -> table.rows().stream().findFirst());
    }

    private Optional<WhyQuestion> route(TableView table, TableRow row, OpenHost host, World world) {
        String command = table.id().startsWith("ipv6-") ? "ip -6 route show table all" : "ip route show table all";
        return listed(row, command, host.id(), world);
    }

    private Optional<WhyQuestion> listed(TableRow row, String command, String host, World world) {
        return states.lines(world, new HostId(host), command).stream()
                .filter(line -> tells(List.of(line.split(" +")), row))
                .map(line -> new WhyQuestion(row.entry() + " dev " + row.device(), command, line, host))
                .findFirst();
    }

    /** Whether a printed line is that of a row: the same type, prefix, table, and metric. */
    private static boolean tells(List<String> line, TableRow row) {
        String type = row.type().equals("bcast") ? "broadcast" : row.type();
        List<String> entry = List.of((type + " " + row.prefix()).strip().split(" "));
        List<String> begin = line.subList(0, Math.min(line.size(), type.isEmpty() ? 1 : 2));
        int table = line.indexOf("table");
        String there = table < 0 ? "main" : line.get(table + 1);
        return begin.equals(entry.subList(0, begin.size()))
                && there.equals(row.table())
                && line.containsAll(entry)
                && (row.device().isEmpty() || line.contains(row.device().split(" ")[0]));
    }
}
