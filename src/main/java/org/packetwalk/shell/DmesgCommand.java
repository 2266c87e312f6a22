package org.packetwalk.shell;

import java.util.List;
import java.util.Locale;

import org.packetwalk.stack.KernelLog;

/** {@code dmesg [-t] [-c | -C]}: the kernel's log, which is one for all namespaces. */
final class DmesgCommand {

    private static final int NANOS_PER_MICRO = 1000;
    private static final int MICROS_PER_SECOND = 1_000_000;

    private DmesgCommand() {}

    static Command parse(List<String> arguments, Place place) {
        boolean timeless = false;
        boolean clear = false;
        boolean silent = false;
        for (String word : arguments) {
            switch (word) {
                case "-t", "--notime" -> timeless = true;
                case "-c", "--read-clear" -> clear = true;
                case "-C", "--clear" -> {
                    clear = true;
                    silent = true;
                }
                default -> throw Words.notSimulated("dmesg", word, "-C, -c, -t");
            }
        }
        boolean plain = timeless;
        boolean emptied = clear;
        boolean mute = silent;
        return new Command.Run(place.host(), "dmesg", (computer, stdin) -> {
            StringBuilder text = new StringBuilder();
            for (KernelLog.Line line : computer.machine().log().all()) {
                text.append(plain ? "" : time(line)).append(line.text()).append('\n');
            }
            if (emptied) {
                computer.clearLog();
            }
            return CommandResult.printed(mute ? "" : text.toString());
        });
    }

    private static String time(KernelLog.Line line) {
        long micros = line.at().nanos() / NANOS_PER_MICRO;
        return String.format(Locale.ROOT, "[%5d.%06d] ", micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND);
    }
}
