package org.packetwalk.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.Ipv4Address;

class PingCommandLineTest {

    private static PingOptions understood(String words) {
        return ((PingCommandLine.Result.Understood) PingCommandLine.parse(Arrays.asList(words.split(" ")))).options();
    }

    @Test
    void optionsMayStandAfterTheTargetAndStickToTheirValues() {
        PingOptions options = understood("localhost -c1 -W 1.5 -i0.2 -bn -M do -I 10.0.0.50 -Q 0x10");

        assertThat(options.target()).isEqualTo("localhost");
        assertThat(options.count()).isEqualTo(1);
        assertThat(options.lingerNanos()).isEqualTo(1_500_000_000L);
        assertThat(options.intervalNanos()).isEqualTo(200_000_000L);
        assertThat(options.broadcast()).isTrue();
        assertThat(options.numeric()).isTrue();
        assertThat(options.pathMtuDiscovery()).isEqualTo(PathMtuDiscovery.DO);
        assertThat(options.source()).isEqualTo(Ipv4Address.parse("10.0.0.50"));
        assertThat(options.tos()).isEqualTo(16);
    }

    @Test
    void anAddressIsNotLookedUpBackwardsANameIs() {
        assertThat(understood("127.0.0.1").numeric()).isTrue();
        assertThat(understood("localhost").numeric()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-c1 | ping: usage error: Destination address required | 1",
                "-c x 127.0.0.1 | ping: invalid argument: 'x' | 1",
                "-N name 127.0.0.1 | ping: -N is not simulated. Known here: -4, -6, -A | 2",
                "-c | ping: option requires an argument -- 'c' | 2",
                "-z 127.0.0.1 | ping: invalid option -- 'z' | 2",
                "-R -T tsonly 127.0.0.1 | ping: only one of -T or -R may be used | 2",
                "-p xyz 127.0.0.1 | ping: patterns must be specified as hex digits: xyz | 2",
                "-Q 256 127.0.0.1 | ping: the decimal value of TOS bits must be in range 0-255: 256 | 2",
                "-l 0 127.0.0.1 | ping: invalid argument: '0': out of range: 1 <= value <= 65536 | 1",
            })
    void whatMakesNoSenseIsRefusedByName(String words, String message, int status) {
        var result = PingCommandLine.parse(List.of(words.split(" ")));

        assertThat(result).isInstanceOfSatisfying(PingCommandLine.Result.Refused.class, refused -> {
            assertThat(refused.message()).startsWith(message).endsWith("\n");
            assertThat(refused.status()).isEqualTo(status);
        });
    }
}
