package org.packetwalk.export.image;

import java.io.IOException;
import java.io.OutputStream;

import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedStep;
import org.packetwalk.export.contract.Exporter;

/** Writes a step as a PNG with twice the pixels, its caption below. */
public final class PngPicture implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        ExportedStep shown = request.walk().chosen();
        out.write(new PngExporter(request.theme(), request.words())
                .png(shown.picture(), shown.caption(), PngExporter.SCALE));
    }
}
