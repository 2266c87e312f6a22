package org.packetwalk.export.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.testing.Walks;
import org.packetwalk.trace.Trace;

/** The shipped schema against a validator that knows nothing of us. {@code -Dschema=write} writes the schema anew. */
class TraceSchemaTest {

    private static final Path FILE = Path.of("assets/schema/packetwalk-trace-1.schema.json");

    @Test
    void theShippedSchemaIsThatOfTheFilesWritten() throws Exception {
        if ("write".equals(System.getProperty("schema"))) {
            Files.writeString(FILE, TraceSchema.text());
        }
        assertThat(FILE).hasContent(TraceSchema.text());
    }

    static Stream<Lab> labs() {
        return LabCatalog.all().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void eachWalkOfTheBundledLabsIsValid(Lab lab) throws Exception {
        Schema schema = schema();
        for (LineRun probe : LabRunner.run(lab).probes()) {
            SavedTrace saved = new SavedTrace(
                    "1.4", lab.source(), new Trace(lab.title(), "", probe.line().text(), probe.events()));
            assertThat(errors(schema, text(saved))).as(probe.line().text()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "version": 1          | "version": 2
                    "format":             | "formats":
                    "lab":                | "also": 1, "lab":
                    "buffers": [          | "buffers": [1,
                    "@type": "Routed"     | "@type": "Rooted"
                    "ttl": 64             | "ttl": "64"
                    "ttl": 64             | "ttl": 64.5
                    "savedBy": "1.4",     | ``
                    """)
    void whatIsNoTraceIsNotValid(String good, String bad) throws Exception {
        String text = text(new SavedTrace("1.4", "", Walks.loopbackPing("127.0.0.1")));
        assertThat(text).contains(good);

        assertThat(errors(schema(), text)).isEmpty();
        assertThat(errors(schema(), text.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .isNotEmpty();
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    private static List<Error> errors(Schema schema, String text) {
        return schema.validate(text, InputFormat.JSON);
    }

    private static String text(SavedTrace saved) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TraceFile.write(saved, file);
        return file.toString(StandardCharsets.UTF_8);
    }
}
