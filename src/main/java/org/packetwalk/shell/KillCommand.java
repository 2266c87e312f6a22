package org.packetwalk.shell;

import java.util.List;

/** {@code kill [-SIGNAL] PID…}: every signal ends a program. */
final class KillCommand implements CommandParser {

    private static final List<String> SIGNALS =
            List.of("-1", "-2", "-9", "-15", "-HUP", "-INT", "-KILL", "-TERM", "-SIGINT", "-SIGTERM", "-SIGKILL");

    private static final List<String> INTERRUPTS = List.of("-2", "-INT", "-SIGINT");

    @Override
    public Command parse(List<String> arguments, Place place) {
        boolean signal = !arguments.isEmpty() && arguments.get(0).startsWith("-");
        if (signal && !SIGNALS.contains(arguments.get(0))) {
            throw Words.notSimulated("kill", arguments.get(0), String.join(", ", SIGNALS));
        }
        boolean interrupts = signal && INTERRUPTS.contains(arguments.get(0));
        List<String> numbers = signal ? arguments.subList(1, arguments.size()) : arguments;
        if (numbers.isEmpty()) {
            throw new Refusal(1, "Usage:\n kill [options] <pid> [...]");
        }
        return new Command.Run(place.host(), "kill " + String.join(" ", arguments), (computer, stdin) -> {
            StringBuilder err = new StringBuilder();
            for (String number : numbers) {
                long pid = Words.number(number);
                if (pid < 0) {
                    err.append("kill: failed to parse argument: '")
                            .append(number)
                            .append("'\n");
                } else if (pid > Integer.MAX_VALUE || !computer.end((int) pid, interrupts)) {
                    err.append("kill: (").append(number).append("): No such process\n");
                }
            }
            return new CommandResult(err.isEmpty() ? 0 : 1, "", err.toString());
        });
    }
}
