package org.packetwalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.ByteString;

/** Filter expressions against what tcpdump 4.99.3 chose of the same frames, and said of wrong ones. */
class FilterTest {

    private static final Path FOLDER = Path.of("src/test/resources/tcpdump");
    private static final CaptureNames HOSTS =
            name -> name.equals("localhost") ? Optional.of("127.0.0.1") : Optional.empty();

    @Test
    void takesTheFramesThatTcpdumpTakes() throws IOException {
        List<String> frames = Files.readAllLines(FOLDER.resolve("frames.txt"));
        List<String> chosen = Files.readAllLines(FOLDER.resolve("filters.tsv"));

        List<String> ours = chosen.stream()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .map(expression -> expression + "\t" + taken(expression, frames))
                .toList();

        assertThat(chosen).hasSizeGreaterThan(80);
        assertThat(ours).containsExactlyElementsOf(chosen);
    }

    private static String taken(String expression, List<String> frames) {
        FilterParser.Result result = FilterParser.parse(expression, HOSTS, CaptureLink.ETHERNET);
        if (result instanceof FilterParser.Result.Refused refused) {
            return refused.message();
        }
        Filter filter = ((FilterParser.Result.Understood) result).filter();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if (filter.takes(frame(ByteString.parseHex(frames.get(i)), Direction.IN, -1))) {
                numbers.add(Integer.toString(i));
            }
        }
        return String.join(",", numbers);
    }

    private static CapturedFrame frame(ByteString bytes, Direction direction, int vlan) {
        return new CapturedFrame(SimTime.ZERO, 1, "eth0", false, direction, vlan, bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            host nosuchhost          | unknown host 'nosuchhost'
            port nosuch              | unknown port 'nosuch'
            port 70000               | illegal port number 70000 > 65535
            net 10.0.0.1/8           | non-network bits set in "10.0.0.1/8"
            net 10.1/33              | mask length must be <= 32
            net 10.0.0.1 mask 255.0.0.0 | non-network bits set in "10.0.0.1 mask 255.0.0.0"
            net 2001:db8::1/32       | non-network bits set in "2001:db8::1/32"
            foo                      | can't parse filter expression: syntax error
            host                     | can't parse filter expression: syntax error
            tcp and                  | can't parse filter expression: syntax error
            (tcp                     | can't parse filter expression: syntax error
            tcp)                     | can't parse filter expression: syntax error
            tcp udp                  | can't parse filter expression: syntax error
            10.0.0.1                 | can't parse filter expression: syntax error
            80                       | can't parse filter expression: syntax error
            src                      | can't parse filter expression: syntax error
            less x                   | can't parse filter expression: syntax error
            proto tcp                | can't parse filter expression: syntax error
            tcp[tcpflagss] != 0      | can't parse filter expression: syntax error
            port 80 or 443 and host  | can't parse filter expression: syntax error
            tcp[0:3] != 0            | data size must be 1, 2, or 4
            ip port 5                | illegal qualifier of 'port'
            arp port 5               | illegal qualifier of 'port'
            tcp host 10.0.0.1        | 'tcp' modifier applied to host
            ether host 10.0.0.1      | illegal link layer address
            host 00:00:00:00:00:01   | ethernet address used in non-ether expression
            gateway foo              | 'gateway' not supported in this configuration
            ip proto foo             | unknown ip proto 'foo'
            """)
    void refusesInTheWordsOfTcpdump(String expression, String message) {
        FilterParser.Result result = FilterParser.parse(expression, HOSTS, CaptureLink.ETHERNET);

        assertThat(result).isEqualTo(new FilterParser.Result.Refused(message, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ether host 00:00:00:00:00:01 | ethernet addresses supported only on ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel
            broadcast                    | not a broadcast link
            """)
    void refusesLinkAddressesOnAllDevicesAtOnce(String expression, String message) {
        FilterParser.Result result = FilterParser.parse(expression, HOSTS, CaptureLink.COOKED_2);

        assertThat(result).isEqualTo(new FilterParser.Result.Refused(message, true));
    }

    @Test
    void namesWhatItDoesNotKnow() {
        FilterParser.Result result = FilterParser.parse("mpls 5", HOSTS, CaptureLink.ETHERNET);

        assertThat(result).isInstanceOfSatisfying(FilterParser.Result.Refused.class, refused -> {
            assertThat(refused.understood()).isFalse();
            assertThat(refused.message()).startsWith("filter word \"mpls\" is not simulated. Known here: ");
        });
    }

    @Test
    void directionAndTagStandBesideTheBytes() {
        ByteString bytes = ByteString.zeros(60);

        assertThat(takes("outbound", frame(bytes, Direction.OUT, -1))).isTrue();
        assertThat(takes("outbound", frame(bytes, Direction.BROADCAST, -1))).isFalse();
        assertThat(takes("inbound", frame(bytes, Direction.OTHERHOST, -1))).isTrue();
        assertThat(takes("vlan", frame(bytes, Direction.IN, 5))).isTrue();
        assertThat(takes("vlan 5", frame(bytes, Direction.IN, 5))).isTrue();
        assertThat(takes("vlan 6", frame(bytes, Direction.IN, 5))).isFalse();
        assertThat(takes("vlan", frame(bytes, Direction.IN, -1))).isFalse();
    }

    private static boolean takes(String expression, CapturedFrame frame) {
        FilterParser.Result result = FilterParser.parse(expression, HOSTS, CaptureLink.ETHERNET);
        return ((FilterParser.Result.Understood) result).filter().takes(frame);
    }
}
