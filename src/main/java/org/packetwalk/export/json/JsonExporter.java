package org.packetwalk.export.json;

import java.io.IOException;
import java.io.OutputStream;

import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.Exporter;

/** Writes a trace as a file that can be opened again. */
public final class JsonExporter implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        TraceFile.write(new SavedTrace(request.savedBy(), request.labText(), request.trace()), out, request.watch());
    }
}
