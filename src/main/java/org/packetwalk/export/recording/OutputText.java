package org.packetwalk.export.recording;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a command printed, without what differs from run to run: times, process ids, ports that the kernel chose. */
final class OutputText {

    private static final List<Rule> RULES = List.of(
            rule("time[=<][\\d.]+ ms", "time=<t> ms"),
            rule("time \\d+ms", "time <t>ms"),
            rule("(min/avg/max/mdev = )[\\d./]+ ms(, pipe \\d+)?(, ipg/ewma [\\d./]+ ms)?", "$1<rtt> ms"),
            rule("(packet loss, time <t>ms)\\npipe \\d+", "$1"),
            rule("\\b\\d+\\.\\d{3} ms\\b", "<t> ms"),
            rule("\\] +[\\d.]+ms", "]  <t>ms"),
            rule("(?m)^(tcp|udp|icmp|icmpv6)( +\\d+) \\d+ ", "$1$2 <timeout> "),
            rule("\\bid=\\d+", "id=<id>"),
            rule("\\bused \\d+/\\d+/\\d+", "used <t>"),
            rule("expires \\d+sec", "expires <t>sec"),
            rule("\\bage \\d+\\.?\\d*(sec)?\\b", "age <t>"),
            rule("\\bpid[= ]\\d+", "pid=<pid>"));
    private static final Pattern PORT = Pattern.compile("(?<![\\d.])\\d{5}(?![\\d.])");

    private OutputText() {}

    private record Rule(Pattern pattern, String replacement) {}

    /** The lines of an output. */
    static List<String> lines(String output, EphemeralPorts ports) {
        String text = output;
        for (Rule rule : RULES) {
            text = rule.pattern.matcher(text).replaceAll(rule.replacement);
        }
        text = PORT.matcher(text)
                .replaceAll(port -> ports.chosen(Integer.parseInt(port.group())) ? "<eph>" : port.group());
        if (text.isBlank()) {
            return List.of();
        }
        return Arrays.asList(text.replaceAll("\\n+$", "").split("\\n", -1));
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
