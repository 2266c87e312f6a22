package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.OwnerMatch;

/** {@code -m owner} while it is read. */
final class IptablesOwnerMatch implements IptablesMatch {

    private final IptablesTool tool;
    private final List<OwnerMatch.Test> tests = new ArrayList<>();

    IptablesOwnerMatch(IptablesTool tool) {
        this.tool = tool;
    }

    @Override
    public String module() {
        return "owner";
    }

    @Override
    public List<String> options() {
        return List.of("--uid-owner", "--gid-owner", "--socket-exists");
    }

    @Override
    public void read(String option, boolean negated, OptionWords words) {
        OwnerMatch.Question question = switch (option) {
            case "--uid-owner" -> OwnerMatch.Question.USER;
            case "--gid-owner" -> OwnerMatch.Question.GROUP;
            default -> OwnerMatch.Question.SOCKET;
        };
        if (question == OwnerMatch.Question.SOCKET) {
            tests.add(new OwnerMatch.Test(question, 0, 0, negated));
            return;
        }
        String text = words.argument(option);
        String numbers = text.equals("root") ? "0" : text;
        if (!numbers.matches("\\d{1,10}(-\\d{1,10})?")) {
            throw tool.wrong("owner: Bad value for \"" + option + "\" option: \"" + text + "\"");
        }
        String[] ends = numbers.split("-");
        tests.add(
                new OwnerMatch.Test(question, Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]), negated));
    }

    @Override
    public Match build() {
        if (tests.isEmpty()) {
            throw tool.wrong("owner: At least one of --uid-owner, --gid-owner or --socket-exists is required");
        }
        tests.sort(Comparator.comparing(OwnerMatch.Test::question));
        return new OwnerMatch(tests);
    }
}
