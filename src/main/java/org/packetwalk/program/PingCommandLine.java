package org.packetwalk.program;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;

/** Reads the arguments of {@code ping}; options may stand before and after the target. */
public final class PingCommandLine {

    private static final String KNOWN =
            "-4, -6, -A, -a, -B, -b, -C, -c, -D, -d, -e, -F, -f, -h, -I, -i, -L, -l, -M, -m,"
                    + " -n, -O, -p, -Q, -q, -R, -r, -S, -s, -T, -t, -U, -V, -v, -W, -w";
    private static final String WITH_VALUE = "ceFIilMmpQSsTtWw";
    private static final String WITHOUT_VALUE = "46AaBbCDdfhLnOqRrUVv";
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(.*)|(.*)");
    private static final int MOST_PRELOAD = 65_536;
    private static final int MOST_NAMED = 4;
    private static final int LONGEST_PATTERN = 16;
    private static final long MOST_MARK = 4_294_967_295L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private static final String VERSION = """
            ping from iputils 20221126
            libcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes
            """;

    private static final String USAGE = """

            Usage
              ping [options] <destination>

            Options:
              <destination>      dns name or ip address
              -a                 use audible ping
              -A                 use adaptive ping
              -B                 sticky source address
              -c <count>         stop after <count> replies
              -C                 call connect() syscall on socket creation
              -D                 print timestamps
              -d                 use SO_DEBUG socket option
              -e <identifier>    define identifier for ping session, default is random for
                                 SOCK_RAW and kernel defined for SOCK_DGRAM
                                 Imply using SOCK_RAW (for IPv4 only for identifier 0)
              -f                 flood ping
              -h                 print help and exit
              -I <interface>     either interface name or address
              -i <interval>      seconds between sending each packet
              -L                 suppress loopback of multicast packets
              -l <preload>       send <preload> number of packages while waiting replies
              -m <mark>          tag the packets going out
              -M <pmtud opt>     define mtu discovery, can be one of <do|dont|want>
              -n                 no dns name resolution
              -O                 report outstanding replies
              -p <pattern>       contents of padding byte
              -q                 quiet output
              -Q <tclass>        use quality of service <tclass> bits
              -s <size>          use <size> as number of data bytes to be sent
              -S <size>          use <size> as SO_SNDBUF socket option value
              -t <ttl>           define time to live
              -U                 print user-to-user latency
              -v                 verbose output
              -V                 print version and exit
              -w <deadline>      reply wait <deadline> in seconds
              -W <timeout>       time to wait for response

            IPv4 options:
              -4                 use IPv4
              -b                 allow pinging broadcast
              -R                 record route
              -T <timestamp>     define timestamp, can be one of <tsonly|tsandaddr|tsprespec>

            IPv6 options:
              -6                 use IPv6
              -F <flowlabel>     define flow label, default is random
              -N <nodeinfo opt>  use icmp6 node info query, try <help> as argument

            For more details see ping(8).
            """;

    /** What came of reading. */
    public sealed interface Result {

        /** The arguments make sense. */
        record Understood(PingOptions options) implements Result {}

        /**
         * They do not.
         *
         * @param message what ping prints on standard error, with the line end
         * @param status its exit status
         */
        record Refused(String message, int status) implements Result {}

        /**
         * They ask for a text only.
         *
         * @param text what ping prints on standard output
         */
        record Told(String text) implements Result {}
    }

    private final List<String> targets = new ArrayList<>();
    private long count;
    private long interval = NANOS_PER_SECOND;
    private long linger = 10 * NANOS_PER_SECOND;
    private long deadline;
    private int size = 56;
    private int ttl = -1;
    private int tos;
    private int mark;
    private boolean broadcast;
    private boolean numeric;
    private boolean quiet;
    private boolean noLoop;
    private PathMtuDiscovery discovery = PathMtuDiscovery.WANT;
    private boolean discoveryGiven;
    private IpAddress source = Ipv4Address.ANY;
    private boolean sourceGiven;
    private int family;
    private String device = "";
    private boolean adaptive;
    private boolean flood;
    private boolean intervalGiven;
    private int preload = 1;
    private ByteString pattern = ByteString.EMPTY;
    private int id = -1;
    private boolean printTime;
    private boolean outstanding;
    private boolean verbose;
    private boolean audible;
    private boolean sticky;
    private boolean connected;
    private boolean dontRoute;
    private boolean labelled;
    private boolean recordRoute;
    private int stamps = -1;
    private boolean version;
    private final StringBuilder warnings = new StringBuilder();
    private String note = "";
    private String fault = "";
    private int faultStatus = 1;

    private PingCommandLine() {}

    /** Reads the words after {@code ping}. */
    public static Result parse(List<String> words) {
        return new PingCommandLine().read(words);
    }

    private Result read(List<String> words) {
        boolean optionsEnd = false;
        int next = 0;
        while (next < words.size() && fault.isEmpty()) {
            String word = words.get(next++);
            if (optionsEnd || word.length() < 2 || word.charAt(0) != '-') {
                targets.add(word);
            } else if (word.equals("--")) {
                optionsEnd = true;
            } else {
                next += option(word, next < words.size() ? words.get(next) : "", next < words.size());
            }
        }
        if (fault.isEmpty() && version) {
            return new Result.Told(VERSION);
        }
        if (fault.isEmpty() && targets.isEmpty()) {
            fail("ping: usage error: Destination address required", 1);
        }
        ByteString header = fault.isEmpty() ? header() : ByteString.EMPTY;
        if (!fault.isEmpty()) {
            return new Result.Refused(fault + (fault.endsWith("\n") ? "" : "\n"), faultStatus);
        }
        String target = targets.get(targets.size() - 1);
        long pause = flood && !intervalGiven ? 0 : interval;
        return new Result.Understood(new PingOptions(
                target,
                count,
                pause,
                linger,
                deadline,
                size,
                ttl,
                tos,
                mark,
                broadcast,
                numeric
                        || IpAddress.isValid(target)
                        || Ipv4Address.fromNumbers(target).isPresent(),
                quiet,
                noLoop,
                discovery,
                discoveryGiven,
                source,
                sourceGiven,
                device,
                family,
                new PingManner(
                        adaptive,
                        flood,
                        preload,
                        pattern,
                        id,
                        printTime,
                        outstanding,
                        verbose,
                        audible,
                        sticky,
                        connected,
                        dontRoute,
                        labelled,
                        header,
                        quiet ? "" : note,
                        warnings.toString())));
    }

    /** The options of the IPv4 header that {@code -R} and {@code -T} ask for; {@code -T tsprespec} names hosts first. */
    private ByteString header() {
        boolean named = stamps == PingHeader.NAMED;
        int most = named ? MOST_NAMED + 1 : 1;
        if (targets.size() > most && !recordRoute && stamps < 0) {
            // So says the real one to everybody: a way through given hosts is refused by the kernel.
            fail("ping: record route: Operation not permitted", 2);
        } else if (targets.size() > most) {
            fail(USAGE, 2);
        }
        List<Ipv4Address> hosts = new ArrayList<>();
        for (String host : targets.subList(0, targets.size() - 1)) {
            if (!Ipv4Address.isValid(host)) {
                fail("ping: " + host + ": Name or service not known", 2);
                return ByteString.EMPTY;
            }
            hosts.add(Ipv4Address.parse(host));
        }
        return recordRoute
                ? PingHeader.recordRoute()
                : stamps >= 0 ? PingHeader.timestamps(stamps, hosts) : ByteString.EMPTY;
    }

    /** Reads one word of options; answers how many further words it took. */
    private int option(String word, String following, boolean hasFollowing) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (WITHOUT_VALUE.indexOf(letter) >= 0) {
                flag(letter);
            } else if (WITH_VALUE.indexOf(letter) >= 0) {
                boolean attached = i + 1 < word.length();
                if (!attached && !hasFollowing) {
                    fail("ping: option requires an argument -- '" + letter + "'\n" + USAGE, 2);
                    return 0;
                }
                value(letter, attached ? word.substring(i + 1) : following);
                return attached ? 0 : 1;
            } else if (letter == 'N') {
                fail("ping: -" + letter + " is not simulated. Known here: " + KNOWN + ".", 2);
                return 0;
            } else {
                fail("ping: invalid option -- '" + letter + "'\n" + USAGE, 2);
                return 0;
            }
            if (!fault.isEmpty()) {
                return 0;
            }
        }
        return 0;
    }

    private void flag(char letter) {
        switch (letter) {
            case '4', '6' -> {
                if (family != 0 && family != letter - '0') {
                    fail("ping: only one -4 or -6 option may be specified", 2);
                }
                family = letter - '0';
            }
            case 'A' -> adaptive = true;
            case 'a' -> audible = true;
            case 'B' -> sticky = true;
            case 'b' -> broadcast = true;
            case 'C' -> connected = true;
            case 'D' -> printTime = true;
            case 'f' -> flood = true;
            case 'h' -> fail(USAGE, 2);
            case 'L' -> noLoop = true;
            case 'n' -> numeric = true;
            case 'O' -> outstanding = true;
            case 'q' -> quiet = true;
            case 'R' -> {
                recordRoute = true;
                onlyOne();
            }
            case 'r' -> dontRoute = true;
            case 'V' -> version = true;
            case 'v' -> verbose = true;
            default -> {
                // -d asks for a note in the kernel, -U for other times: neither shows here.
            }
        }
    }

    private void value(char letter, String text) {
        switch (letter) {
            case 'c' -> count = whole(letter, text, 1, Long.MAX_VALUE);
            case 'i' -> {
                interval = Math.max(0, seconds(text));
                intervalGiven = true;
            }
            case 'W' -> {
                linger = seconds(text);
                if (linger < 0) {
                    fail("ping: bad linger time: " + text, 2);
                }
            }
            case 'e' -> id = (int) whole(letter, text, 0, 0xffff);
            case 'F' -> {
                number(letter, text, 0, 0xfffff);
                labelled = true;
            }
            case 'l' -> preload = (int) whole(letter, text, 1, MOST_PRELOAD);
            case 'p' -> pattern(text);
            case 'S' -> whole(letter, text, 1, Integer.MAX_VALUE);
            case 'T' -> stamps(text);
            case 'w' -> deadline = whole(letter, text, 0, 2147483) * NANOS_PER_SECOND;
            case 's' -> size = (int) whole(letter, text, 0, Integer.MAX_VALUE);
            case 't' -> ttl = (int) whole(letter, text, 0, 255);
            case 'm' -> mark = (int) whole(letter, text, 0, MOST_MARK);
            case 'Q' -> tos(text);
            case 'M' -> discovery(text);
            default -> from(text);
        }
    }

    private void onlyOne() {
        if (recordRoute && stamps >= 0) {
            fail("ping: only one of -T or -R may be used", 2);
        }
    }

    private void stamps(String text) {
        switch (text) {
            case "tsonly" -> stamps = 0;
            case "tsandaddr" -> stamps = 1;
            case "tsprespec" -> stamps = PingHeader.NAMED;
            default -> fail("ping: invalid timestamp type: " + text, 2);
        }
        onlyOne();
    }

    /** {@code fill}: up to 16 bytes in hexadecimal; an odd digit at the end is a byte of its own. */
    private void pattern(String text) {
        if (!text.matches("[0-9a-fA-F]+")) {
            fail("ping: patterns must be specified as hex digits: " + text, 2);
            return;
        }
        int size = Math.min(LONGEST_PATTERN, (text.length() + 1) / 2);
        byte[] bytes = new byte[size];
        StringBuilder shown = new StringBuilder("PATTERN: 0x");
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) Integer.parseInt(text.substring(2 * i, Math.min(text.length(), 2 * i + 2)), 16);
            shown.append(String.format(java.util.Locale.ROOT, "%02x", bytes[i]));
        }
        pattern = ByteString.of(bytes);
        note = shown + "\n";
    }

    private void tos(String text) {
        boolean hex = text.startsWith("0x");
        if (!(hex ? text.substring(2) : text).matches(hex ? "[0-9a-fA-F]{1,8}" : "-?\\d{1,9}")) {
            fail("ping: bad TOS value: " + text, 2);
            return;
        }
        long value = hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
        if (value > 0xff) {
            fail("ping: the decimal value of TOS bits must be in range 0-255: " + value, 2);
        }
        tos = (int) value & 0xff;
    }

    private void discovery(String text) {
        discoveryGiven = true;
        switch (text) {
            case "do" -> discovery = PathMtuDiscovery.DO;
            case "dont" -> discovery = PathMtuDiscovery.DONT;
            case "want" -> discovery = PathMtuDiscovery.WANT;
            default -> fail("ping: invalid -M argument: " + text, 2);
        }
    }

    private void from(String text) {
        String bare = text.replaceAll("%.*", "");
        if (IpAddress.isValid(bare)) {
            source = IpAddress.parse(bare);
            device = bare.length() < text.length() ? text.substring(bare.length() + 1) : device;
            sourceGiven = true;
        } else {
            device = text;
        }
    }

    /** {@code ping_strtod}: the number at the beginning; what follows it is complained of only. */
    private long seconds(String text) {
        Matcher number = DECIMAL.matcher(text);
        String rest = number.matches() && number.group(1) != null ? number.group(2) : text;
        if (!rest.isEmpty()) {
            warnings.append("ping: option argument contains garbage: ")
                    .append(rest)
                    .append("\nping: this will become fatal error in the future\n");
        }
        String digits = text.substring(0, text.length() - rest.length());
        return digits.isEmpty() ? 0 : Math.round(Double.parseDouble(digits) * 1000) * NANOS_PER_MILLI;
    }

    private long whole(char letter, String text, long least, long most) {
        if (!text.matches("-?\\d{1,18}")) {
            boolean large = text.matches("-?\\d+");
            fail("ping: invalid argument: '" + text + "'" + (large ? ": Numerical result out of range" : ""), 1);
            return least;
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            fail(
                    "ping: invalid argument: '" + text + "': out of range: " + least + " <= value <= "
                            + (letter == 'c' ? Long.toString(Long.MAX_VALUE) : Long.toString(most)),
                    1);
            return least;
        }
        return number;
    }

    private long number(char letter, String text, long least, long most) {
        return text.startsWith("0x") && text.substring(2).matches("[0-9a-fA-F]{1,4}")
                ? Long.parseLong(text.substring(2), 16)
                : whole(letter, text, least, most);
    }

    private void fail(String message, int status) {
        fault = message;
        faultStatus = status;
    }
}
