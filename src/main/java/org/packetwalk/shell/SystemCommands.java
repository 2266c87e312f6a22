package org.packetwalk.shell;

import java.util.List;

/** What a lab asks of the machine itself: {@code hostname}, {@code uname}, {@code whoami}, {@code id}. */
final class SystemCommands {

    private static final String HOSTNAME = "vm";
    private static final String RELEASE = "6.18.44";

    private SystemCommands() {}

    static Command hostname(List<String> arguments, Place place) {
        for (String word : arguments) {
            if (!word.equals("-s") && !word.equals("--short")) {
                throw Words.notSimulated("hostname", word, "-s; a namespace has the name of its machine");
            }
        }
        return say(place, "hostname", HOSTNAME);
    }

    static Command uname(List<String> arguments, Place place) {
        StringBuilder letters = new StringBuilder();
        for (String word : arguments) {
            if (!word.matches("-[asnrvmo]+")) {
                throw Words.notSimulated("uname", word, "-a, -m, -n, -o, -r, -s, -v");
            }
            letters.append(word.substring(1));
        }
        String asked = letters.isEmpty() ? "s" : letters.indexOf("a") >= 0 ? "snrvmo" : letters.toString();
        StringBuilder text = new StringBuilder();
        String order = "snrvmo";
        List<String> parts = List.of("Linux", HOSTNAME, RELEASE, "#1 SMP PREEMPT_DYNAMIC", "x86_64", "GNU/Linux");
        for (int i = 0; i < order.length(); i++) {
            if (asked.indexOf(order.charAt(i)) >= 0) {
                text.append(text.isEmpty() ? "" : " ").append(parts.get(i));
            }
        }
        return say(place, "uname", text.toString());
    }

    static Command whoami(List<String> arguments, Place place) {
        return say(place, "whoami", "root");
    }

    static Command id(List<String> arguments, Place place) {
        boolean number = arguments.equals(List.of("-u")) || arguments.equals(List.of("-g"));
        if (!number && !arguments.isEmpty()) {
            throw Words.notSimulated("id", String.join(" ", arguments), "-g, -u");
        }
        return say(place, "id", number ? "0" : "uid=0(root) gid=0(root) groups=0(root)");
    }

    private static Command say(Place place, String words, String text) {
        return new Command.Run(place.host(), words, (computer, stdin) -> CommandResult.printed(text + "\n"));
    }
}
