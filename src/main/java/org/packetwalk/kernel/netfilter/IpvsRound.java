package org.packetwalk.kernel.netfilter;

import java.util.List;

/**
 * What a round of weighted round robin goes by ({@code struct ip_vs_wrr_mark}).
 *
 * @param step the greatest common divisor of the weights
 * @param most the weight a round begins with, 0 if nobody takes anything
 */
record IpvsRound(int step, int most) {

    static IpvsRound of(List<IpvsDestination> destinations) {
        int divisor = 0;
        int heaviest = 0;
        for (IpvsDestination destination : destinations) {
            divisor = divisor(destination.weight(), divisor);
            heaviest = Math.max(heaviest, destination.weight());
        }
        int step = Math.max(1, divisor);
        return new IpvsRound(step, heaviest == 0 ? 0 : heaviest - (step - 1));
    }

    private static int divisor(int one, int other) {
        return one == 0 ? other : divisor(other % one, one);
    }
}
