package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.packetwalk.kernel.netfilter.CountingMatch;
import org.packetwalk.kernel.netfilter.CountingMatch.Unit;
import org.packetwalk.kernel.netfilter.Match;

/** {@code -m limit} and {@code -m statistic} while they are read. */
final class IptablesCountingMatches {

    private IptablesCountingMatches() {}

    static Optional<IptablesMatch> find(String module, IptablesTool tool) {
        return switch (module) {
            case "limit" -> Optional.of(new Limit(tool));
            case "statistic" -> Optional.of(new Statistic(tool));
            default -> Optional.empty();
        };
    }

    /** A rate. */
    private static final class Limit implements IptablesMatch {

        private final IptablesTool tool;
        private int rate = 3;
        private Unit unit = Unit.HOUR;
        private int burst = 5;

        Limit(IptablesTool tool) {
            this.tool = tool;
        }

        @Override
        public String module() {
            return "limit";
        }

        @Override
        public List<String> options() {
            return List.of("--limit", "--limit-burst");
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            String text = words.argument(option);
            if (option.equals("--limit-burst")) {
                burst = new IptablesNumbers(tool).number(text, 0, 10000, "limit", "--limit-burst");
                return;
            }
            String[] parts = text.split("/", -1);
            Optional<Unit> found = parts.length == 1
                    ? Optional.of(Unit.SEC)
                    : Stream.of(Unit.values())
                            .filter(one -> !parts[1].isEmpty() && named(one).startsWith(parts[1]))
                            .findFirst();
            if (!parts[0].matches("[1-9]\\d{0,8}") || found.isEmpty()) {
                throw tool.wrong("bad rate \"" + text + "\"'");
            }
            rate = Integer.parseInt(parts[0]);
            unit = found.get();
        }

        private static String named(Unit unit) {
            return switch (unit) {
                case SEC -> "second";
                case MIN -> "minute";
                case HOUR -> "hour";
                case DAY -> "day";
            };
        }

        @Override
        public Match build() {
            return CountingMatch.Limit.of(rate, unit, burst);
        }
    }

    /** Every so many, or by chance. */
    private static final class Statistic implements IptablesMatch {

        private final IptablesTool tool;
        private String mode = "random";
        private int every;
        private int packet = -1;
        private double probability = -1;
        private boolean not;

        Statistic(IptablesTool tool) {
            this.tool = tool;
        }

        @Override
        public String module() {
            return "statistic";
        }

        @Override
        public List<String> options() {
            return List.of("--mode", "--probability", "--every", "--packet");
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            String text = words.argument(option);
            switch (option) {
                case "--mode" -> {
                    if (!text.equals("random") && !text.equals("nth")) {
                        throw tool.wrong("Bad mode \"" + text + "\"");
                    }
                    mode = text;
                }
                case "--probability" -> {
                    probability = text.matches("[0-9.]+(e-?[0-9]+)?") ? Double.parseDouble(text) : -1;
                    if (probability < 0 || probability > 1) {
                        throw new IptablesNumbers(tool).outside("statistic", "--probability", "0-1");
                    }
                    not = negated;
                }
                case "--every" -> {
                    every = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
                    if (every == 0) {
                        throw new IptablesNumbers(tool).outside("statistic", "--every", "1-4294967295");
                    }
                    not = negated;
                }
                default ->
                    packet = new IptablesNumbers(tool).number(text, 0, Integer.MAX_VALUE, "statistic", "--packet");
            }
        }

        @Override
        public Match build() {
            if (mode.equals("random")) {
                if (probability < 0) {
                    throw tool.wrong("--probability must be specified when using random mode");
                }
                return CountingMatch.Random.of(probability, not);
            }
            if (every == 0 || packet < 0) {
                throw tool.wrong("--every and --packet must be specified when using nth mode");
            }
            if (packet >= every) {
                throw tool.wrong("the --packet p must be 0 <= p <= n-1");
            }
            return CountingMatch.Nth.of(every, packet, not);
        }
    }
}
