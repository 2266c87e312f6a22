package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The commands this shell knows, by name. */
public final class Commands {

    private static final int NOT_FOUND = 127;

    private final SortedMap<String, CommandParser> parsers = new TreeMap<>();

    /** All commands. */
    public Commands() {
        parsers.put("ip", new IpCommand(this));
        parsers.put("bridge", new BridgeCommand());
        parsers.put("ping", new PingCommand());
        parsers.put("ping6", overIpv6(new PingCommand()));
        parsers.put("nc", new NcCommand());
        parsers.put("netcat", new NcCommand());
        parsers.put("curl", new CurlCommand());
        parsers.put("telnet", new TelnetCommand());
        parsers.put("python3", new PythonCommand());
        parsers.put("ss", new SsCommand());
        parsers.put("ethtool", new EthtoolCommand());
        parsers.put("route", new RouteCommand());
        parsers.put("hostname", SystemCommands::hostname);
        parsers.put("uname", SystemCommands::uname);
        parsers.put("whoami", SystemCommands::whoami);
        parsers.put("id", SystemCommands::id);
        parsers.put("ls", FileCommands::ls);
        parsers.put("netstat", new NetstatCommand());
        parsers.put("nstat", new NstatCommand());
        parsers.put("tcpdump", new TcpdumpCommand());
        parsers.put("timeout", new TimeoutCommand(this));
        parsers.put("traceroute", new TracerouteCommand());
        parsers.put("traceroute6", overIpv6(new TracerouteCommand()));
        for (IptablesTool family : List.of(IptablesTool.IPV4, IptablesTool.IPV6)) {
            parsers.put(family.name(), new IptablesCommand(family));
            parsers.put(family.name() + "-save", IptablesSave.of(family));
            parsers.put(family.name() + "-restore", IptablesRestore.of(family));
        }
        parsers.put("conntrack", new ConntrackCommand());
        parsers.put("ipvsadm", new IpvsadmCommand());
        parsers.put("sysctl", new SysctlCommand());
        parsers.put("ifconfig", new IfconfigCommand());
        parsers.put("arp", new ArpCommand());
        parsers.put("arping", new ArpingCommand());
        parsers.put("sh", new ShCommand());
        parsers.put("sleep", new SleepCommand());
        parsers.put("getent", new GetentCommand());
        parsers.put("kill", new KillCommand());
        parsers.put("xargs", new XargsCommand(this));
        parsers.put("cat", FileCommands::cat);
        parsers.put("tee", FileCommands::tee);
        parsers.put("mkdir", FileCommands::mkdir);
        parsers.put("rm", FileCommands::rm);
        parsers.put("echo", TextCommands::echo);
        parsers.put("printf", PrintfCommand::parse);
        parsers.put("true", TextCommands::succeed);
        parsers.put(":", TextCommands::succeed);
        parsers.put("false", TextCommands::fail);
        parsers.put("dmesg", DmesgCommand::parse);
        parsers.put("grep", new GrepCommand());
        parsers.put("head", TextCommands::head);
        parsers.put("tail", TextCommands::tail);
        parsers.put("wc", TextCommands::wc);
        parsers.put("sort", TextCommands::sort);
        parsers.put("seq", TextCommands::seq);
        parsers.put("cut", ColumnCommands::cut);
        parsers.put("tr", ColumnCommands::tr);
        parsers.put("uniq", ColumnCommands::uniq);
        parsers.put("sed", new SedCommand());
        parsers.put("awk", new AwkCommand());
    }

    /** Whether there is a command of this name. */
    public boolean knows(String name) {
        return parsers.containsKey(bare(name));
    }

    /** The names of all commands, in order. */
    public List<String> names() {
        return List.copyOf(parsers.keySet());
    }

    String listOfKnown() {
        return "Known here: " + String.join(", ", names()) + ".";
    }

    /** What to use instead of a program that is not simulated, if there is something. */
    private static Optional<String> instead(String name) {
        return switch (name) {
            case "nft" ->
                Optional.of(
                        "nft is not simulated. Give the same rules to iptables and ip6tables, which program nf_tables, too:"
                                + " one by one, or as a file to iptables-restore.");
            case "dmesg" -> Optional.of("dmesg is not simulated. What LOG writes is shown as an event of the walk.");
            default -> Optional.empty();
        };
    }

    private static String bare(String name) {
        return name.startsWith("/") ? name.substring(name.lastIndexOf('/') + 1) : name;
    }

    /** What the words mean at a place. Words that mean nothing are answered as {@link Command.Refused}. */
    public Command parse(List<String> words, Place place) {
        String name = words.get(0);
        CommandParser parser = parsers.get(bare(name));
        Optional<String> instead = instead(bare(name));
        if (parser == null && instead.isPresent()) {
            return new Command.Refused(CommandResult.failed(1, instead.get() + "\n"), false);
        }
        if (parser == null) {
            return new Command.Refused(
                    CommandResult.failed(NOT_FOUND, name + ": not found. " + listOfKnown() + "\n"), false);
        }
        try {
            return parser.parse(words.subList(1, words.size()), place);
        } catch (Refusal refusal) {
            return new Command.Refused(refusal.result(), refusal.understood());
        }
    }

    /** A tool under the name by which it speaks IPv6 alone. */
    private static CommandParser overIpv6(CommandParser tool) {
        return (arguments, place) -> {
            List<String> words = new ArrayList<>(List.of("-6"));
            words.addAll(arguments);
            return tool.parse(words, place);
        };
    }
}
