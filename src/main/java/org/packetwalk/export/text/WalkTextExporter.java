package org.packetwalk.export.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.Exporter;

/** Writes a walk as the command {@code walk} prints it. */
public final class WalkTextExporter implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        String text = WalkText.of(request.trace(), request.walk().steps(), request.messages());
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
