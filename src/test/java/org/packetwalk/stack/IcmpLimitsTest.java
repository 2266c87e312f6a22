package org.packetwalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/** How many ICMP errors may be sent; the numbers are those of {@code net/ipv4/route.c} and {@code inetpeer.c}. */
class IcmpLimitsTest {

    private static final Ipv4Address SENDER = Ipv4Address.of(10, 0, 0, 1);
    private static final SimTime START = new SimTime(0);

    @Test
    void aDestinationGetsSixErrorsAtOnceAndOneInEachPeriodAfterwards() {
        IcmpLimits limits = IcmpLimits.FRESH;
        int allowed = 0;

        for (int i = 0; i < 10; i++) {
            IcmpLimits.Answer answer = limits.peer(SENDER, START, 1000);
            limits = answer.after();
            allowed += answer.allowed() ? 1 : 0;
        }

        assertThat(allowed).isEqualTo(6);
        assertThat(limits.peer(SENDER, START.plusMillis(999), 1000).allowed()).isFalse();
        assertThat(limits.peer(SENDER, START.plusMillis(1000), 1000).allowed()).isTrue();
    }

    @Test
    void redirectsComeEverMoreSeldomAndEndAfterNine() {
        IcmpLimits limits = IcmpLimits.FRESH;
        int sent = 0;

        for (long millis = 0; millis < 60_000; millis += 10) {
            IcmpLimits.Answer answer = limits.redirect(SENDER, START.plusMillis(millis));
            limits = answer.after();
            sent += answer.allowed() ? 1 : 0;
        }

        assertThat(sent).isEqualTo(9);
    }

    @Test
    void afterSilenceRedirectsBeginAnew() {
        IcmpLimits told = IcmpLimits.FRESH.redirect(SENDER, START).after();

        assertThat(told.redirect(SENDER, START.plusMillis(30)).allowed()).isFalse();
        assertThat(told.redirect(SENDER, START.plusMillis(41)).allowed()).isTrue();
        assertThat(told.redirect(SENDER, START.plusMillis(20_481))
                        .after()
                        .redirect(SENDER, START.plusMillis(20_522))
                        .allowed())
                .isTrue();
    }

    @Test
    void allErrorsTogetherAreLimitedToFiftyAtOnce() {
        IcmpLimits limits = IcmpLimits.FRESH;
        int allowed = 0;

        for (int i = 0; i < 100; i++) {
            IcmpLimits.Answer answer = limits.all(START, 1000, 50);
            limits = answer.allowed() ? answer.after().consuming(1) : answer.after();
            allowed += answer.allowed() ? 1 : 0;
        }

        assertThat(allowed).isEqualTo(50);
    }
}
