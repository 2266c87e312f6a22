package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;

/** Who the socket of a packet belongs to ({@code net/netfilter/xt_owner.c}); every program here is root's. */
public record OwnerMatch(List<Test> tests) implements Match {

    private static final int ROOT = 0;

    /** What may be asked, in the order in which it is printed. */
    public enum Question {
        USER("--uid-owner", "UID match"),
        GROUP("--gid-owner", "GID match"),
        SOCKET("--socket-exists", "socket exists");

        private final String option;
        private final String words;

        Question(String option, String words) {
            this.option = option;
            this.words = words;
        }

        /** The option as typed. */
        public String option() {
            return option;
        }
    }

    /**
     * One question.
     *
     * @param first the first number meant, 0 for a question without one
     * @param last the last one
     */
    public record Test(Question question, long first, long last, boolean negated) {

        private String numbers() {
            if (question == Question.SOCKET) {
                return "";
            }
            return " " + first + (first == last ? "" : "-" + last);
        }

        private Check check(PacketHolder holder) {
            boolean asksSocket = question == Question.SOCKET;
            boolean holds = asksSocket
                    ? holder != PacketHolder.NONE
                    : holder == PacketHolder.PROGRAM && first <= ROOT && ROOT <= last;
            String seen = holder == PacketHolder.PROGRAM && !asksSocket
                    ? Integer.toString(ROOT)
                    : holder.name().toLowerCase(Locale.ROOT);
            return new Check(Field.USER, Selector.not(negated) + question.option + numbers(), seen, holds != negated);
        }
    }

    /** Copies the list. */
    public OwnerMatch {
        tests = List.copyOf(tests);
    }

    @Override
    public Tested test(FilterQuery query, Surroundings around) {
        List<Check> checks = new ArrayList<>();
        tests.forEach(test -> checks.add(test.check(query.holder())));
        return new Tested(checks, this);
    }

    @Override
    public String saved() {
        return "-m owner "
                + tests.stream()
                        .map(test -> Selector.not(test.negated) + test.question.option + test.numbers())
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String listed() {
        return tests.stream()
                .map(test -> Selector.not(test.negated) + "owner " + test.question.words + test.numbers())
                .collect(Collectors.joining(" "));
    }
}
