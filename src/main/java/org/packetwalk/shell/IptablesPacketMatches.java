package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.packetwalk.kernel.netfilter.ConnectionMatch;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.PacketMatch;
import org.packetwalk.kernel.netfilter.PacketMatch.Kinds;
import org.packetwalk.kernel.netfilter.PacketMatch.Limit;
import org.packetwalk.kernel.netfilter.PacketMatch.PortQuestion;
import org.packetwalk.kernel.netfilter.PacketMatch.PortTest;

/** {@code -m mark}, {@code connmark}, {@code addrtype}, {@code physdev} and {@code comment} while they are read. */
final class IptablesPacketMatches {

    private static final List<String> TYPES = List.of(
            "UNSPEC",
            "UNICAST",
            "LOCAL",
            "BROADCAST",
            "ANYCAST",
            "MULTICAST",
            "BLACKHOLE",
            "UNREACHABLE",
            "PROHIBIT",
            "THROW",
            "NAT",
            "XRESOLVE");

    private IptablesPacketMatches() {}

    static Optional<IptablesMatch> find(String module, IptablesTool tool) {
        return switch (module) {
            case "mark", "connmark" -> Optional.of(new Mark(tool, module));
            case "addrtype" -> Optional.of(new AddressType(tool));
            case "physdev" -> Optional.of(new PhysDev(tool));
            case "comment" -> Optional.of(new Comment(tool));
            default -> Optional.empty();
        };
    }

    /** The mark of a packet or connection. */
    private static final class Mark implements IptablesMatch {

        private final IptablesTool tool;
        private final String module;
        private int[] mark = {};
        private boolean not;

        Mark(IptablesTool tool, String module) {
            this.tool = tool;
            this.module = module;
        }

        @Override
        public String module() {
            return module;
        }

        @Override
        public List<String> options() {
            return List.of("--mark");
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            mark = new IptablesNumbers(tool).masked(words.argument(option), module);
            not = negated;
        }

        @Override
        public Match build() {
            if (mark.length == 0) {
                throw tool.wrong(module + ": option \"--mark\" must be specified\n");
            }
            return module.equals("mark")
                    ? new PacketMatch.Mark(mark[0], mark[1], not)
                    : new ConnectionMatch.ConnMark(mark[0], mark[1], not);
        }
    }

    /** Kinds of address. */
    private static final class AddressType implements IptablesMatch {

        private final IptablesTool tool;
        private Kinds source = Kinds.ANY;
        private Kinds destination = Kinds.ANY;
        private Limit limit = Limit.NONE;

        AddressType(IptablesTool tool) {
            this.tool = tool;
        }

        @Override
        public String module() {
            return "addrtype";
        }

        @Override
        public List<String> options() {
            return List.of("--src-type", "--dst-type", "--limit-iface-in", "--limit-iface-out");
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            switch (option) {
                case "--src-type" -> source = kinds(words.argument(option), negated);
                case "--dst-type" -> destination = kinds(words.argument(option), negated);
                case "--limit-iface-in" -> limit = Limit.IN;
                default -> limit = Limit.OUT;
            }
        }

        private Kinds kinds(String text, boolean negated) {
            List<String> found = new ArrayList<>();
            for (String word : text.toUpperCase(Locale.ROOT).split(",", -1)) {
                if (!TYPES.contains(word)) {
                    throw tool.wrong("addrtype: bad type \"" + text + "\"");
                }
                found.add(word);
            }
            found.sort(Comparator.comparingInt(TYPES::indexOf));
            return new Kinds(found, negated);
        }

        @Override
        public Match build() {
            if (source.words().isEmpty() && destination.words().isEmpty()) {
                throw tool.wrong("addrtype: you must specify --src-type or --dst-type");
            }
            return new PacketMatch.AddressType(source, destination, limit);
        }
    }

    /** Bridge ports. */
    private static final class PhysDev implements IptablesMatch {

        private final IptablesTool tool;
        private final List<PortTest> tests = new ArrayList<>();

        PhysDev(IptablesTool tool) {
            this.tool = tool;
        }

        @Override
        public String module() {
            return "physdev";
        }

        @Override
        public List<String> options() {
            return Stream.of(PortQuestion.values()).map(PortQuestion::option).toList();
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            PortQuestion question = Stream.of(PortQuestion.values())
                    .filter(one -> one.option().equals(option))
                    .findFirst()
                    .orElseThrow();
            tests.add(new PortTest(question, question.flag() ? "" : words.argument(option), negated));
            tests.sort(Comparator.comparing(PortTest::question));
        }

        @Override
        public Match build() {
            if (tests.isEmpty()) {
                throw tool.wrong("PHYSDEV: no physdev option specified");
            }
            return new PacketMatch.PhysDev(tests);
        }
    }

    /** A remark. */
    private static final class Comment implements IptablesMatch {

        private final IptablesTool tool;
        private String text = "";
        private boolean given;

        Comment(IptablesTool tool) {
            this.tool = tool;
        }

        @Override
        public String module() {
            return "comment";
        }

        @Override
        public List<String> options() {
            return List.of("--comment");
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            text = words.argument(option);
            given = true;
        }

        @Override
        public Match build() {
            if (!given) {
                throw tool.wrong("comment: option \"--comment\" must be specified\n");
            }
            return new PacketMatch.Comment(text);
        }
    }
}
