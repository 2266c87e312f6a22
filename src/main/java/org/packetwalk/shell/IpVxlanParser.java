package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.device.VxlanSettings;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.netlink.NewKind;

/** What follows {@code type vxlan} in {@code ip link add} ({@code ip/iplink_vxlan.c}). */
final class IpVxlanParser {

    private static final int LAST_ID = 0xffffff;
    private static final int LINUX_PORT = 8472;
    private static final String NO_PORT = """
            vxlan: destination port not specified
            Will use Linux kernel default (non-standard value)
            Use 'dstport 4789' to get the IANA assigned value
            Use 'dstport 0' to get default and quiet this message
            """;
    private static final int DEFAULT_AGEING = 300;
    private static final String KNOWN = "id, remote, local, dev, dstport, ttl, tos, [no]learning, ageing";
    private static final List<String> IGNORED = List.of(
            "udpcsum",
            "noproxy",
            "norsc",
            "nol2miss",
            "nol3miss",
            "noudp6zerocsumtx",
            "noudp6zerocsumrx",
            "noremcsumtx",
            "noremcsumrx",
            "noexternal",
            "novnifilter");
    private static final List<String> NOT_HERE = List.of(
            "group",
            "df",
            "flowlabel",
            "srcport",
            "proxy",
            "rsc",
            "l2miss",
            "l3miss",
            "maxaddress",
            "noudpcsum",
            "udp6zerocsumtx",
            "udp6zerocsumrx",
            "remcsumtx",
            "remcsumrx",
            "external",
            "gbp",
            "gpe",
            "vnifilter",
            "localbypass",
            "nolocalbypass");
    private static final String USAGE = """
            Usage: ... vxlan id VNI
            \t\t[ { group | remote } IP_ADDRESS ]
            \t\t[ local ADDR ]
            \t\t[ ttl TTL ]
            \t\t[ tos TOS ]
            \t\t[ df DF ]
            \t\t[ flowlabel LABEL ]
            \t\t[ dev PHYS_DEV ]
            \t\t[ dstport PORT ]
            \t\t[ srcport MIN MAX ]
            \t\t[ [no]learning ]
            \t\t[ [no]proxy ]
            \t\t[ [no]rsc ]
            \t\t[ [no]l2miss ]
            \t\t[ [no]l3miss ]
            \t\t[ ageing SECONDS ]
            \t\t[ maxaddress NUMBER ]
            \t\t[ [no]udpcsum ]
            \t\t[ [no]udp6zerocsumtx ]
            \t\t[ [no]udp6zerocsumrx ]
            \t\t[ [no]remcsumtx ] [ [no]remcsumrx ]
            \t\t[ [no]external ] [ gbp ] [ gpe ]
            \t\t[ [no]vnifilter ]

            Where:\tVNI\t:= 0-16777215
            \tADDR\t:= { IP_ADDRESS | any }
            \tTOS\t:= { NUMBER | inherit }
            \tTTL\t:= { 1..255 | auto | inherit }
            \tDF\t:= { unset | set | inherit }
            \tLABEL := 0-1048575
            """;

    private final Words words;
    private final Place place;
    private int id = -1;
    private Ipv4Address remote = Ipv4Address.ANY;
    private Ipv4Address local = Ipv4Address.ANY;
    private int lower;
    private int port = LINUX_PORT;
    private int ttl;
    private int tos;
    private boolean learning = true;
    private int ageing = DEFAULT_AGEING;

    private IpVxlanParser(Words words, Place place) {
        this.words = words;
        this.place = place;
    }

    static NewKind parse(Words words, Place place) {
        IpVxlanParser parser = new IpVxlanParser(words, place);
        while (words.hasNext()) {
            parser.option(words.next());
        }
        if (parser.id < 0) {
            throw new Refusal(2, "Error: Required attributes not provided to perform the operation.");
        }
        return new NewKind.Vxlan(new VxlanSettings(
                place.host(),
                parser.id,
                parser.remote,
                parser.local,
                parser.lower,
                parser.port,
                parser.ttl,
                parser.tos,
                parser.learning,
                parser.ageing));
    }

    private void option(String word) {
        switch (word) {
            case "id", "vni" -> id = (int) number(LAST_ID, "invalid id");
            case "remote" -> remote = address(words);
            case "local" -> local = address(words);
            case "dev" -> {
                String name = words.next();
                lower = place.device(name).orElseThrow(() -> new Refusal(255, "Cannot find device \"" + name + "\""));
            }
            case "dstport" -> {
                port = (int) number(0xffff, "dst port");
                port = port == 0 ? LINUX_PORT : port;
            }
            case "ttl", "hoplimit" -> {
                if (words.hasNext() && words.peek().equals("auto")) {
                    words.next();
                } else {
                    ttl = (int) number(0xff, "invalid TTL");
                }
            }
            case "tos", "dsfield" -> tos = (int) number(0xff, "invalid TOS");
            case "learning" -> learning = true;
            case "nolearning" -> learning = false;
            case "ageing" -> ageing = (int) number(Integer.MAX_VALUE, "ageing timer");
            default -> other(word);
        }
        if (remote.isMulticast()) {
            throw Words.notSimulated("ip link add … type vxlan", "remote " + remote + " (a group)", KNOWN);
        }
    }

    /** An address of either family, as {@code get_addr} reads it where none is asked for. */
    static Ipv4Address address(Words words) {
        String word = words.next();
        if (word.contains(":")) {
            throw Words.notSimulated("vxlan", "over IPv6 (" + word + ")", "IPv4 addresses");
        }
        if (word.equals("any")) {
            return Ipv4Address.ANY;
        }
        return ShortAddress.parse(word)
                .orElseThrow(
                        () -> new Refusal(1, "Error: any valid address is expected rather than \"" + word + "\"."));
    }

    /** What the tool says beside, if no port was named. */
    static CommandResult warned(List<String> words, CommandResult result) {
        return words.contains("dstport")
                ? result
                : new CommandResult(result.exit(), result.stdout(), NO_PORT + result.stderr());
    }

    private long number(long most, String why) {
        String word = words.next();
        long value = Words.number(word);
        if (value < 0 || value > most) {
            throw new Refusal(255, "Error: argument \"" + word + "\" is wrong: " + why);
        }
        return value;
    }

    private static void other(String word) {
        if (NOT_HERE.contains(word)) {
            throw Words.notSimulated("ip link add … type vxlan", word, KNOWN);
        }
        if (!IGNORED.contains(word)) {
            throw new Refusal(CommandResult.failed(1, "vxlan: unknown command \"" + word + "\"?\n" + USAGE));
        }
    }
}
