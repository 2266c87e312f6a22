package org.packetwalk.shell;

import java.util.List;
import java.util.stream.Stream;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.program.CurlOptions;
import org.packetwalk.program.CurlProgram;

/** {@code curl [-sSIif] [-o /dev/null] [-m SECONDS] [--connect-timeout SECONDS] [-w FORMAT] [--interface ADDRESS] URL}. */
final class CurlCommand implements CommandParser {

    private static final String KNOWN =
            "-s, -S, -I, -i, -f, -4, -6, -g, -o /dev/null, -m, --connect-timeout, -w, --interface and an http URL";
    private static final String HELP = "curl: try 'curl --help' or 'curl --manual' for more information";
    private static final List<String> WITH_VALUE =
            List.of("-o", "--output", "-m", "--max-time", "--connect-timeout", "-w", "--write-out", "--interface");

    /** What the real tool speaks besides HTTP. */
    private static final List<String> PROTOCOLS = List.of(
            "dict", "file", "ftp", "ftps", "gopher", "gophers", "https", "imap", "imaps", "ldap", "ldaps", "mqtt",
            "pop3", "pop3s", "rtmp", "rtsp", "scp", "sftp", "smb", "smbs", "smtp", "smtps", "telnet", "tftp");

    private static final long CONNECT_MILLIS = 300_000;

    @Override
    public Command parse(List<String> given, Place place) {
        List<String> arguments = given.stream().flatMap(CurlCommand::apart).toList();
        StringBuilder letters = new StringBuilder();
        String url = "";
        String format = "";
        boolean discard = false;
        long most = -1;
        long connect = CONNECT_MILLIS;
        IpAddress source = Ipv4Address.ANY;
        int i = 0;
        while (i < arguments.size()) {
            String word = arguments.get(i++);
            String value = i < arguments.size() ? arguments.get(i) : "";
            if (i == arguments.size() && WITH_VALUE.contains(word)) {
                throw new Refusal(2, "curl: option " + word + ": requires parameter\n" + HELP);
            }
            switch (word) {
                case "-o", "--output" -> {
                    discard = value.equals("/dev/null");
                    if (!discard) {
                        throw Words.notSimulated("curl", "-o " + value, KNOWN);
                    }
                    i++;
                }
                case "-m", "--max-time" -> {
                    most = millis(word, value);
                    i++;
                }
                case "--connect-timeout" -> {
                    connect = millis(word, value);
                    i++;
                }
                case "-w", "--write-out" -> {
                    format = value;
                    i++;
                }
                case "--interface" -> {
                    if (!IpAddress.isValid(value)) {
                        throw Words.notSimulated("curl", "--interface " + value, "--interface ADDRESS");
                    }
                    source = IpAddress.parse(value);
                    i++;
                }
                case "--silent" -> letters.append('s');
                case "--head" -> letters.append('I');
                default -> {
                    if (word.matches("-[sSIif46g]+")) {
                        letters.append(word.substring(1));
                    } else if (word.startsWith("-") || !url.isEmpty()) {
                        throw Words.notSimulated("curl", word, KNOWN);
                    } else {
                        url = word;
                    }
                }
            }
        }
        if (url.isEmpty()) {
            throw new Refusal(2, arguments.isEmpty() ? HELP : "curl: no URL specified!\n" + HELP);
        }
        String flags = letters.toString();
        String bare = url.startsWith("http://") ? url.substring("http://".length()) : url;
        int scheme = bare.indexOf("://");
        if (scheme >= 0 && PROTOCOLS.contains(bare.substring(0, scheme))) {
            throw Words.notSimulated("curl", url, KNOWN);
        }
        if (scheme >= 0) {
            throw new Refusal(
                    1, "curl: (1) Protocol \"" + bare.substring(0, scheme) + "\" not supported or disabled in libcurl");
        }
        int slash = bare.indexOf('/');
        String authority = slash < 0 ? bare : bare.substring(0, slash);
        int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
        String number = colon < 0 ? "80" : authority.substring(colon + 1);
        if (!number.matches("\\d{1,5}") || Integer.parseInt(number) > 65_535 || authority.isEmpty()) {
            throw new Refusal(3, "curl: (3) URL using bad/illegal format or missing URL");
        }
        CurlOptions options = new CurlOptions(
                unbracketed(colon < 0 ? authority : authority.substring(0, colon)),
                Integer.parseInt(number),
                slash < 0 ? "/" : bare.substring(slash),
                flags.contains("s"),
                flags.contains("S"),
                flags.contains("I"),
                flags.contains("i"),
                discard,
                flags.contains("f"),
                connect,
                most,
                format,
                source,
                flags.contains("6") ? 6 : flags.contains("4") ? 4 : 0);
        return new Command.Start(place.host(), "curl " + String.join(" ", given), CurlProgram.start(options));
    }

    /** An IPv6 address stands in brackets; a zone may begin with an escaped percent sign. */
    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1).replace("%25", "%")
                : host;
    }

    /** {@code -m2} is {@code -m 2}. */
    private static Stream<String> apart(String word) {
        return word.matches("-[omw].+") ? Stream.of(word.substring(0, 2), word.substring(2)) : Stream.of(word);
    }

    private static long millis(String option, String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new Refusal(2, "curl: option " + option + ": expected a proper numerical parameter\n" + HELP);
        }
        return Math.round(Double.parseDouble(text) * 1000);
    }
}
