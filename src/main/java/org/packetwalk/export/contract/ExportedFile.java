package org.packetwalk.export.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that it is there whole or not at all: what was there before stays until the new one is complete. */
public final class ExportedFile {

    private ExportedFile() {}

    /** Writes to a stream. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes an export and makes the folders it lies in. */
    public static void write(Path file, ExportRequest request, Exporter exporter) throws IOException {
        write(file, out -> exporter.write(request, out));
    }

    /** Writes bytes and makes the folders they lie in. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    private static void write(Path file, Content content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // a device or a pipe, such as /dev/stdout, is written to and not replaced
            put(content, target);
            return;
        }
        Path next = target.resolveSibling(target.getFileName() + ".part");
        try {
            put(content, next);
            move(next, target);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void put(Content content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
