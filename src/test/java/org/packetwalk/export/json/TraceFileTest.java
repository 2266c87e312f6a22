package org.packetwalk.export.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Steps;
import org.packetwalk.testing.Walks;

class TraceFileTest {

    private static SavedTrace saved;
    private static String text;

    @BeforeAll
    static void saveAPing() throws Exception {
        saved = new SavedTrace("1.4", "ip netns add a\n", Walks.loopbackPing("127.0.0.1"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TraceFile.write(saved, file);
        text = file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPingComesBackAsItWas() throws Exception {
        SavedTrace read = read(text);

        assertThat(read).isEqualTo(saved);
        assertThat(Steps.of(read.trace().events(), Grain.ROW))
                .isEqualTo(Steps.of(saved.trace().events(), Grain.ROW));
    }

    @Test
    void aPingIsSmallEnoughToSendToAColleague() {
        assertThat(text.length()).isLessThan(400_000);
    }

    @Test
    void savingTwiceGivesTheSameBytes() throws Exception {
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        TraceFile.write(read(text), again);

        assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void addressesAndPrefixesAreTextThatPeopleKnow() {
        assertThat(text).contains("\"127.0.0.0/8\"", "\"@type\": \"Routed\"", "raw_sendmsg > ip_route_output_flow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "ping", "{}", "{\"format\": \"kernel-lab-recording/1\"}", "\u0000\u0001"})
    void whatIsNoTraceIsRefused(String content) {
        assertThat(fault(content).key()).isIn("trace-file.not-ours", "trace-file.not-json");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        TraceFormatException fault = catchThrowableOfType(
                TraceFormatException.class,
                () -> TraceFile.read(new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xfe}), "1.4"));

        assertThat(fault.key()).isEqualTo("trace-file.not-text");
    }

    @Test
    void aNewerFileSaysWhoSavedIt() {
        TraceFormatException fault = fault(text.replace("\"version\": 1", "\"version\": 9")
                .replace("\"savedBy\": \"1.4\"", "\"savedBy\": \"2.1\""));

        assertThat(Messages.of(Locale.ENGLISH)
                        .text(fault.key(), fault.arguments().toArray()))
                .isEqualTo("This trace was saved by Packetwalk 2.1. This is 1.4.");
    }

    @Test
    void aMissingFieldIsNamedWithItsPlace() {
        TraceFormatException fault = fault(text.replaceFirst("\"deviceName\": \"[^\"]*\",\\s*", ""));

        assertThat(fault.key()).isEqualTo("trace-file.missing");
        assertThat(fault.arguments()).containsExactly("$.buffers[0]", "deviceName");
        assertThat(fault.line()).isPositive();
    }

    @Test
    void anUnknownFieldIsNamed() {
        TraceFormatException fault = fault(text.replaceFirst("\"deviceName\":", "\"colour\":"));

        assertThat(fault.key()).isEqualTo("trace-file.unknown");
        assertThat(fault.arguments()).containsExactly("$.buffers[0]", "colour");
    }

    @Test
    void aFieldGivenTwiceIsNamed() {
        TraceFormatException fault = fault(text.replaceFirst("(\"deviceName\": \"[^\"]*\")", "$1, $1"));

        assertThat(fault.key()).isEqualTo("trace-file.duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "99999999999", "\"7\"", "null", "true"})
    void aNumberMustBeOneOfItsRange(String wrong) {
        TraceFormatException fault = fault(text.replaceFirst("\"mark\": 0", "\"mark\": " + wrong));

        assertThat(fault.key()).isIn("trace-file.value", "trace-file.wrong-type");
        assertThat(fault.arguments().get(0)).isEqualTo("$.buffers[0].mark");
    }

    @Test
    void anAddressMustBeOne() {
        TraceFormatException fault =
                fault(text.replaceFirst("\"destination\": \"127.0.0.1\"", "\"destination\": \"10.42.0.300\""));

        assertThat(fault.key()).isEqualTo("trace-file.value");
        assertThat(fault.arguments()).contains("10.42.0.300");
    }

    @Test
    void aBufferThatIsNotThereIsRefused() {
        assertThat(fault(text.replaceFirst("\"skb\": 0", "\"skb\": 4711")).key())
                .isEqualTo("trace-file.value");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000, 5000})
    void aFileCutShortIsRefusedWithThePlace(int missing) {
        TraceFormatException fault = fault(text.substring(0, text.length() - 1 - missing));

        assertThat(fault.key()).isIn("trace-file.not-json", "trace-file.wrong-type", "trace-file.missing");
        assertThat(fault.line()).isGreaterThan(100);
    }

    @Test
    void whatFollowsTheEndIsRefused() {
        assertThat(fault(text + "{}").key()).isIn("trace-file.trailing", "trace-file.not-json");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = text.replaceFirst("\"events\": \\[", "\"events\": " + "[".repeat(100_000));

        assertThat(fault(deep).key()).isIn("trace-file.not-json", "trace-file.wrong-type");
    }

    private static SavedTrace read(String content) throws Exception {
        return TraceFile.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "1.4");
    }

    private static TraceFormatException fault(String content) {
        return catchThrowableOfType(TraceFormatException.class, () -> read(content));
    }
}
