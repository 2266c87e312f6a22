package org.packetwalk.export.contract;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what is exported in one format. */
@FunctionalInterface
public interface Exporter {

    /** Writes it; the stream stays open. */
    void write(ExportRequest request, OutputStream out) throws IOException;
}
