package org.packetwalk.kernel.netfilter;

import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.SimTime;

/** Matches that remember how often they were asked, or throw dice. */
public sealed interface CountingMatch extends Match {

    /** The units of a rate. */
    enum Unit {
        SEC(1),
        MIN(60),
        HOUR(3600),
        DAY(86400);

        private final int seconds;

        Unit(int seconds) {
            this.seconds = seconds;
        }

        /** How long it is. */
        public int seconds() {
            return seconds;
        }

        /** The word as printed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * So many packets in a time, with some in reserve ({@code nft_limit.c}).
     *
     * @param rate packets per unit
     * @param burst how many may come at once
     * @param tokens nanoseconds of credit, as of {@code last}
     * @param last when it was last asked
     */
    record Limit(int rate, Unit unit, int burst, long tokens, SimTime last) implements CountingMatch {

        /** A limit never asked, with full credit. */
        public static Limit of(int rate, Unit unit, int burst) {
            long cost = cost(rate, unit);
            return new Limit(rate, unit, burst, cost * burst, SimTime.ZERO);
        }

        private static long cost(int rate, Unit unit) {
            return unit.seconds * 1_000_000_000L / Math.max(1, rate);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            long cost = cost(rate, unit);
            long credit = Math.min(cost * burst, tokens + around.now().nanos() - last.nanos());
            boolean holds = credit >= cost;
            long left = holds ? credit - cost : credit;
            Limit after = new Limit(rate, unit, burst, left, around.now());
            return new Tested(
                    List.of(new Check(Field.RATE, rate + "/" + unit.word(), credit / Math.max(1, cost) + "", holds)),
                    after);
        }

        @Override
        public String saved() {
            return "-m limit --limit " + rate + "/" + unit.word() + (burst == 5 ? "" : " --limit-burst " + burst);
        }

        @Override
        public String listed() {
            return "limit: avg " + rate + "/" + unit.word() + " burst " + burst;
        }
    }

    /**
     * Every so many packets one ({@code xt_statistic.c}).
     *
     * @param packet which of them, from 0
     * @param count how many came since the last
     */
    record Nth(int every, int packet, boolean negated, int count) implements CountingMatch {

        /** A match never asked. */
        public static Nth of(int every, int packet, boolean negated) {
            return new Nth(every, packet, negated, every - packet - 1);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            boolean turn = count >= every - 1;
            int next = turn ? 0 : count + 1;
            return new Tested(
                    List.of(new Check(
                            Field.TURN,
                            Selector.not(negated) + "every " + every + " packet " + packet,
                            Integer.toString(count),
                            turn != negated)),
                    new Nth(every, packet, negated, next));
        }

        @Override
        public String saved() {
            return "-m statistic --mode nth " + Selector.not(negated) + "--every " + every + " --packet " + packet;
        }

        @Override
        public String listed() {
            return "statistic mode nth " + Selector.not(negated) + "every " + every
                    + (packet == 0 ? "" : " packet " + packet);
        }
    }

    /**
     * By chance ({@code xt_statistic.c}).
     *
     * @param probability times 2 to the 31st
     */
    record Random(long probability, boolean negated) implements CountingMatch {

        /** The probability of a share from 0 to 1. */
        public static Random of(double share, boolean negated) {
            return new Random(Math.round(share * 0x80000000L), negated);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            int drawn = around.random().applyAsInt(Integer.MAX_VALUE);
            return new Tested(
                    List.of(new Check(
                            Field.TURN,
                            Selector.not(negated) + "probability " + share(probability),
                            share(drawn),
                            drawn < probability != negated)),
                    this);
        }

        private static String share(long value) {
            return String.format(Locale.ROOT, "%.11f", value / (double) 0x80000000L);
        }

        @Override
        public String saved() {
            return "-m statistic --mode random " + Selector.not(negated) + "--probability " + share(probability);
        }

        @Override
        public String listed() {
            return "statistic mode random " + Selector.not(negated) + "probability " + share(probability);
        }
    }
}
