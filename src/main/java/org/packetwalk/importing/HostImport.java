package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.importing.CollectedNamespace.Subject;
import org.packetwalk.kernel.HostId;

/**
 * Makes a lab of what a host told about itself ({@code assets/collect-host.sh}, or pasted outputs of {@code ip addr}, {@code ip
 * rule}, {@code ip route show table all}, {@code ip neigh}).
 */
public final class HostImport {

    /** The largest text that is read, in bytes: 4 MiB. */
    public static final int MAXIMUM_SIZE = 4 << 20;

    private static final String OUTSIDE = "outside";
    private static final String UNNAMED = "host";
    private static final int LONGEST_HOST_NAME = 32;

    /** Where the numbers of tables begin whose names are the host's own and whose numbers it did not say. */
    private static final int FIRST_TABLE = 1001;

    private final CollectedText collected;
    private final LabBuilder lab = new LabBuilder();
    private final Map<String, CollectedNamespace> hosts = new LinkedHashMap<>();
    private final Map<String, Integer> tables = new TreeMap<>();

    private HostImport(CollectedText collected) {
        this.collected = collected;
    }

    /** Makes a lab of a text; of an empty one comes a lab with an empty host. */
    public static ImportedHost of(String text) {
        return new HostImport(CollectedText.of(text)).make();
    }

    private ImportedHost make() {
        nameHosts();
        nameTables();
        Map<String, List<CollectedDevice>> devices = new LinkedHashMap<>();
        hosts.forEach((host, said) -> devices.put(host, CollectedDevice.of(said.about(Subject.LINK))));
        devices.values()
                .forEach(all -> all.forEach(device ->
                        device.unknown().forEach(line -> lab.note(line, ImportNote.Kind.NOT_UNDERSTOOD, ""))));
        String outside = hosts.containsKey(OUTSIDE) ? OUTSIDE + "-of-all" : OUTSIDE;
        Devices links = new Devices(lab, outside);
        hosts.forEach((host, said) -> links.add(host, said.name(), devices.get(host)));

        lab.heading("namespaces");
        CollectedLine none = new CollectedLine(0, "");
        hosts.keySet().forEach(host -> lab.run(none, "ip netns add " + host));
        Outside beyond = new Outside(lab, outside);
        if (links.needsOutside()) {
            beyond.make();
        }
        lab.heading("settings");
        hosts.forEach((host, said) -> {
            withoutSix(host, said);
            new Settings(lab, host).ofNamespace(said.about(Subject.SETTING));
        });
        lab.heading("devices");
        links.make();
        hosts.forEach((host, said) -> state(host, said, devices.get(host), links, beyond));
        if (links.needsOutside()) {
            lab.heading("the outside answers for everyone");
            devices.forEach((host, all) ->
                    all.forEach(device -> links.farEnd(host, device).ifPresent(end -> beyond.reach(device, end))));
            beyond.answerForEveryone();
        }
        lab.heading("IPv6 addresses are checked for duplicates");
        lab.run(none, "sleep 3");
        hosts.forEach(this::rest);
        return imported();
    }

    /** The host under its own name, its other namespaces under theirs. */
    private void nameHosts() {
        String own = CollectedText.harmless(collected.hostName());
        String host = own.isEmpty() ? UNNAMED : own.substring(0, Math.min(own.length(), LONGEST_HOST_NAME));
        List<CollectedNamespace> namespaces = collected.namespaces();
        while (namespaces.stream().map(CollectedNamespace::name).toList().contains(host)) {
            host += "-host";
        }
        for (CollectedNamespace namespace : namespaces) {
            hosts.put(namespace.name().isEmpty() ? host : namespace.name(), namespace);
        }
        hosts.putIfAbsent(host, new CollectedNamespace(""));
    }

    /** Tables of the host's own have numbers in the lab, since their names are not known elsewhere. */
    private void nameTables() {
        List<String> everywhere = List.of("main", "local", "default", "unspec", "all");
        tables.putAll(collected.tables());
        everywhere.forEach(tables::remove);
        for (CollectedNamespace namespace : hosts.values()) {
            for (Subject subject : List.of(Subject.RULE, Subject.RULE6, Subject.ROUTE, Subject.ROUTE6)) {
                for (CollectedLine line : namespace.about(subject)) {
                    String word = subject == Subject.RULE || subject == Subject.RULE6 ? "lookup" : "table";
                    String name = line.text().matches(".*\\b" + word + " .*")
                            ? line.text().replaceFirst(".*\\b" + word + " (\\S+).*", "$1")
                            : "main";
                    boolean unknown = !name.matches("\\d+") && !everywhere.contains(name) && !tables.containsKey(name);
                    if (unknown) {
                        tables.put(name, FIRST_TABLE + tables.size());
                        lab.note(line, ImportNote.Kind.ASSUMED, name + " = " + tables.get(name));
                    }
                }
            }
        }
    }

    /** Where nothing has an IPv6 address and nothing was said about settings, IPv6 is taken to be off. */
    private void withoutSix(String host, CollectedNamespace said) {
        boolean six =
                said.about(Subject.LINK).stream().anyMatch(line -> line.text().startsWith(" inet6"));
        if (!six && said.about(Subject.SETTING).isEmpty()) {
            lab.run(new CollectedLine(0, ""), "ip netns exec " + host + " sysctl -qw net.ipv6.conf.all.disable_ipv6=1");
        }
    }

    private void state(
            String host, CollectedNamespace said, List<CollectedDevice> devices, Devices links, Outside beyond) {
        lab.heading(host + ": what is set on its devices");
        Settings settings = new Settings(lab, host);
        DeviceState state = new DeviceState(lab, host);
        for (CollectedDevice device : devices) {
            state.set(device);
            if (!device.name().equals("lo")) {
                settings.ofDevice(said.about(Subject.SETTING), device.name());
            }
        }
        for (CollectedDevice device : devices) {
            links.farEnd(host, device).ifPresent(end -> beyond.join(device, end, said));
            state.up(device);
        }
    }

    private void rest(String host, CollectedNamespace said) {
        DeviceState state = new DeviceState(lab, host);
        CollectedDevice.of(said.about(Subject.LINK)).forEach(state::addresses);
        lab.heading(host + ": routes and rules");
        for (CollectedLine nexthop : said.about(Subject.NEXTHOP)) {
            if (lab.run(
                    nexthop,
                    "ip -n " + host + " nexthop add " + nexthop.text().replaceAll(" scope \\S+| linkdown| dead", ""))) {
                lab.understood();
            }
        }
        if (!said.about(Subject.ROUTE).isEmpty()) {
            new Routes(lab, host, "-4", tables).make(said.about(Subject.ROUTE));
        }
        if (!said.about(Subject.ROUTE6).isEmpty()) {
            new Routes(lab, host, "-6", tables).make(said.about(Subject.ROUTE6));
        }
        Rules rules = new Rules(lab, host, "-4", tables);
        rules.make(said.about(Subject.RULE));
        rules.separate(said.about(Subject.LOOKUP));
        new Rules(lab, host, "-6", tables).make(said.about(Subject.RULE6));
        lab.heading(host + ": neighbours, packet filter, what listens");
        new Neighbors(lab, host).make(said.about(Subject.NEIGHBOR));
        new Neighbors(lab, host).make(said.about(Subject.NEIGHBOR6));
        new PacketFilter(lab, host, "iptables").make(said.about(Subject.FILTER));
        new PacketFilter(lab, host, "ip6tables").make(said.about(Subject.FILTER6));
        new Listeners(lab, host).make(said.about(Subject.LISTENER));
    }

    private ImportedHost imported() {
        List<ImportNote> notes = new ArrayList<>(collected.notes());
        notes.addAll(lab.notes());
        notes.sort(Comparator.comparingInt(ImportNote::line));
        String host = hosts.entrySet().stream()
                .filter(entry -> entry.getValue().name().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> hosts.keySet().iterator().next());
        StringBuilder script = new StringBuilder(
                "# title: " + host + "\n# teaches: Where packets of this host go. Made of what it told"
                        + (collected.release().isEmpty() ? "" : " (Linux " + collected.release() + ")") + ".\n");
        lab.script().forEach(line -> script.append(line).append('\n'));
        return new ImportedHost(new HostId(host), script.toString(), lab.countUnderstood(), notes);
    }
}
