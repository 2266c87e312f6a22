package org.packetwalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.ByteString;

/**
 * The text of frames, against what tcpdump 4.99.3 printed of the same frames. {@code frames.txt} holds them, a frame a
 * line; frame N was captured at N milliseconds and 7 microseconds. The other files are what tcpdump wrote to its output.
 */
class FrameTextTest {

    private static final Path FOLDER = Path.of("src/test/resources/tcpdump");
    private static final Map<String, String> HOSTS = new TreeMap<>(
            Map.of("127.0.0.1", "localhost", "10.0.0.1", "client", "10.0.0.2", "server", "2001:db8::1", "client6"));

    @ParameterizedTest
    @CsvSource({
        "options-none, ''",
        "options-n, -n",
        "options-e, -e",
        "options-n-e, -n -e",
        "options-v, -v",
        "options-n-v, -n -v",
        "options-n-vv, -n -vv",
        "options-n-e-v, -n -e -v",
        "options-n-t-q, -n -t -q",
        "options-n-q-e, -n -q -e",
        "options-n-qv, -n -qv",
        "options-n-S, -n -S",
        "options-n-x, -n -x",
        "options-n-xx, -n -xx",
        "options-n-X, -n -X",
        "options-n-A, -n -A",
        "options-n-tt, -n -tt",
        "options-n-ttt, -n -ttt",
        "options-n-tttt, -n -tttt",
        "options-n-ttttt, -n -ttttt",
        "options-n-#, -n -#",
        "snap96-n, -n -s 96",
        "snap96-nv, -nv -s 96",
        "snap96-nx, -nx -s 96",
    })
    void printsWhatTcpdumpPrints(String file, String options) throws IOException {
        List<String> frames = Files.readAllLines(FOLDER.resolve("frames.txt"));
        String expected = Files.readString(FOLDER.resolve(file + ".txt"));

        FrameText text = FrameText.of(options(options), address -> Optional.ofNullable(HOSTS.get(address)));
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < frames.size(); i++) {
            SimTime at = new SimTime(i * 1_000_000L + 7000);
            ByteString bytes = ByteString.parseHex(frames.get(i));
            FrameText.Line line = text.print(new CapturedFrame(at, 1, "eth0", false, Direction.IN, -1, bytes));
            printed.append(line.text()).append('\n');
            text = line.next();
        }

        assertThat(frames).hasSizeGreaterThan(150);
        assertThat(printed.toString().lines().toList())
                .containsExactlyElementsOf(expected.lines().toList());
    }

    private static TextOptions options(String words) {
        return ((TcpdumpOptions.Result.Understood) TcpdumpOptions.parse(List.of(words.split(" "))))
                .options()
                .text();
    }
}
