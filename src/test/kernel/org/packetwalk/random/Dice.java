package org.packetwalk.random;

import java.util.List;
import java.util.Random;

/** Choices drawn from a seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** A number from 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something that happens once in so many times happens. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** One of these; each is equally likely. */
    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of these; each is equally likely. */
    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** These words or none of them. */
    String maybe(int in, String words) {
        return once(in) ? words : "";
    }
}
