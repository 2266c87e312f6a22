package org.packetwalk.random;

/** One host without packets, and what its rules look like after many changes, refused ones among them. */
final class Rules {

    private static final int LINES = 60;
    private static final String HOST = "a";

    private final Dice dice;
    private final LabText lab;

    Rules(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    private record Addresses(Dice dice, boolean six) implements FilterAddresses {

        @Override
        public String any() {
            return six ? dice.of("2001:db8::1", "fd00::2", "::1", "::", "fe80::1") : dice.of("10.0.0.1", "192.0.2.77", "127.0.0.1", "0.0.0.0");
        }

        @Override
        public String own() {
            return any();
        }

        @Override
        public String network() {
            return six
                    ? any() + dice.of("", "/64", "/48", "/128", "/0", "/129", "/127", "/61")
                    : any() + dice.of("", "/24", "/32", "/0", "/33", "/255.255.0.0", "/17", "/255.0.255.0", ",10.0.0.2");
        }
    }

    void write() {
        lab.host(HOST);
        Filters filters = new Filters(dice, lab, new Addresses(dice, dice.once(3)));
        filters.rules(HOST);
        for (int i = 0; i < LINES; i++) {
            switch (dice.below(6)) {
                case 0 -> filters.change(HOST);
                case 1 -> filters.question(HOST);
                case 2 -> filters.odd(HOST);
                default -> filters.rule(HOST);
            }
        }
        filters.state(HOST);
    }
}
