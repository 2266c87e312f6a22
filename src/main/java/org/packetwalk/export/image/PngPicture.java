package org.packetwalk.export.image;

import java.io.IOException;
import java.io.OutputStream;

import org.packetwalk.diagram.Text;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.Exporter;
import org.packetwalk.narrate.Messages;

/** Writes a step as a PNG with twice the pixels, its caption below. */
public final class PngPicture implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        PngExporter exporter = new PngExporter(request.theme(), text -> words(text, request.messages()));
        out.write(exporter.png(request.picture(), request.caption(), PngExporter.SCALE));
    }

    private static String words(Text text, Messages messages) {
        return text.match(
                literal -> literal,
                (key, arguments) -> messages.text(
                        key,
                        arguments.stream()
                                .map(argument -> words(argument, messages))
                                .toArray()));
    }
}
