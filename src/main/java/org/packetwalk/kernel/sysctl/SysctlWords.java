package org.packetwalk.kernel.sysctl;

import java.util.Arrays;
import java.util.List;

import org.packetwalk.kernel.Errno;

/** The settings that take something else than numbers, or numbers that depend on other settings. */
final class SysctlWords {

    private static final String PORTS = "net/ipv4/ip_local_reserved_ports";
    private static final String CONGESTION_CONTROL = "net/ipv4/tcp_congestion_control";
    private static final String ALLOWED = "net/ipv4/tcp_allowed_congestion_control";
    private static final String FASTOPEN_KEY = "net/ipv4/tcp_fastopen_key";
    private static final int HIGHEST_PORT = 65_535;

    private SysctlWords() {}

    /** Whether a file holds words. */
    static boolean holds(String path) {
        return path.equals(PORTS)
                || path.equals(CONGESTION_CONTROL)
                || path.equals(ALLOWED)
                || path.equals(FASTOPEN_KEY);
    }

    /** Why the kernel refuses a text for a file; {@link Errno#OK} if it does not. */
    static Errno refusal(SysctlTable table, String path, String text) {
        return switch (path) {
            // proc_tcp_congestion_control loads a module, and there is none of another name.
            case CONGESTION_CONTROL -> available(table).contains(text) ? Errno.OK : Errno.ENOENT;
            case ALLOWED -> available(table).containsAll(Arrays.asList(text.split("\\s+"))) ? Errno.OK : Errno.EINVAL;
            case FASTOPEN_KEY ->
                text.matches("[0-9a-f]{8}(-[0-9a-f]{8}){3}(,[0-9a-f]{8}(-[0-9a-f]{8}){3})?") ? Errno.OK : Errno.EINVAL;
            case PORTS -> ports(text) ? Errno.OK : Errno.EINVAL;
            case "net/ipv4/ipfrag_high_thresh" ->
                Long.parseLong(text) < number(table, "net.ipv4.ipfrag_low_thresh") ? Errno.EINVAL : Errno.OK;
            case "net/ipv4/ipfrag_low_thresh" ->
                Long.parseLong(text) > number(table, "net.ipv4.ipfrag_high_thresh") ? Errno.EINVAL : Errno.OK;
            case "net/ipv4/tcp_reordering" ->
                Long.parseLong(text) > number(table, "net.ipv4.tcp_max_reordering") ? Errno.EINVAL : Errno.OK;
            default -> Errno.OK;
        };
    }

    private static List<String> available(SysctlTable table) {
        return List.of(table.text("net.ipv4.tcp_available_congestion_control")
                .orElse("")
                .split(" "));
    }

    private static long number(SysctlTable table, String key) {
        return table.text(key).map(Long::parseLong).orElse(0L);
    }

    /** {@code proc_do_large_bitmap}: ports and ranges of them with commas between. */
    private static boolean ports(String text) {
        if (!text.matches("(\\d{1,9}(-\\d{1,9})?(,\\d{1,9}(-\\d{1,9})?)*)?")) {
            return false;
        }
        return Arrays.stream(text.split("[-,]"))
                .filter(port -> !port.isEmpty())
                .allMatch(port -> Integer.parseInt(port) <= HIGHEST_PORT);
    }
}
