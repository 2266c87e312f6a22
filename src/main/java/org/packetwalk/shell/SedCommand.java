package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.shell.SedScript.Address;
import org.packetwalk.shell.SedScript.Step;

/** {@code sed}: lines chosen by number or pattern, printed, deleted or changed. */
final class SedCommand implements CommandParser {

    @Override
    public Command parse(List<String> arguments, Place place) {
        boolean silent = false;
        boolean extended = false;
        List<String> scripts = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.matches("-[nEr]+|-[nEr]*e") && (!word.endsWith("e") || words.hasNext())) {
                silent |= word.indexOf('n') > 0;
                extended |= word.matches(".*[Er].*");
                if (word.endsWith("e")) {
                    scripts.add(words.next());
                }
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("sed", word, SedScript.KNOWN);
            } else {
                rest.add(word);
            }
        }
        if (scripts.isEmpty()) {
            if (rest.isEmpty()) {
                throw new Refusal(1, "Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...");
            }
            scripts.add(rest.remove(0));
        }
        List<Step> steps = new ArrayList<>();
        for (String script : scripts) {
            steps.addAll(SedScript.parse(script, extended));
        }
        boolean quiet = silent;
        return TextCommands.filter("sed", arguments, place, rest, text -> edited(text, steps, quiet));
    }

    private static String edited(String text, List<Step> steps, boolean quiet) {
        List<String> lines = TextCommands.lines(text);
        boolean[] open = new boolean[steps.size()];
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String end = lines.get(i).endsWith("\n") ? "\n" : "";
            String line = lines.get(i).substring(0, lines.get(i).length() - end.length());
            boolean last = i + 1 == lines.size();
            boolean deleted = false;
            boolean quits = false;
            for (int k = 0; k < open.length && !deleted && !quits; k++) {
                Step step = steps.get(k);
                if (step.others() == concerns(step, open, k, line, i + 1, last)) {
                    continue;
                }
                switch (step.verb()) {
                    case 'p' -> print(out, line, end);
                    case 'd' -> deleted = true;
                    case 'q' -> quits = true;
                    default -> {
                        SedScript.Substitution change = step.changes().get(0);
                        Optional<String> changed = change.apply(line);
                        line = changed.orElse(line);
                        if (change.prints() && changed.isPresent()) {
                            print(out, line, end);
                        }
                    }
                }
            }
            if (!deleted && !quiet) {
                print(out, line, end);
            }
            if (quits) {
                break;
            }
        }
        return out.toString();
    }

    /** {@code output_missing_newline}: a line without an end gets one when another follows. */
    private static void print(StringBuilder out, String line, String end) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        out.append(line).append(end);
    }

    /** {@code match_address_p}; the end of a range is looked for behind its first line. */
    private static boolean concerns(Step step, boolean[] open, int which, String line, int number, boolean last) {
        List<Address> addresses = step.addresses();
        if (addresses.size() < 2) {
            return addresses.isEmpty() || addresses.get(0).is(line, number, last);
        }
        boolean inside = open[which];
        boolean first = !inside && addresses.get(0).is(line, number, last);
        if (addresses.get(1) instanceof Address.Line end) {
            open[which] = (inside || first) && number < end.number();
            return first || inside && number <= end.number();
        }
        open[which] = first || inside && !addresses.get(1).is(line, number, last);
        return first || inside;
    }
}
