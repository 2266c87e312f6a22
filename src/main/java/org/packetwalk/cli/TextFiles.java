package org.packetwalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads and writes text files; what goes wrong is told in one line. */
final class TextFiles {

    private TextFiles() {}

    /** The text of a UTF-8 file of at most {@code limit} bytes. */
    static String read(Path file, int limit) {
        if (Files.isDirectory(file)) {
            throw new BadFileException(file + ": this is a folder, not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new BadFileException(
                        file + ": larger than " + limit / 1024 + " KiB, which is the most that is read");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException fault) {
            throw new BadFileException(file + ": no such file");
        } catch (AccessDeniedException fault) {
            throw new BadFileException(file + ": reading it is not permitted");
        } catch (CharacterCodingException fault) {
            throw new BadFileException(file + ": not a text in UTF-8");
        } catch (IOException fault) {
            throw new BadFileException(file + ": cannot be read (" + fault.getMessage() + ")");
        }
    }

    /** Writes a text file and the folders it lies in. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw new BadFileException(file + ": cannot be written (" + fault.getMessage() + ")");
        }
    }
}
