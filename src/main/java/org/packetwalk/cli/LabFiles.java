package org.packetwalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;

/** Reads labs from files; what is no lab is told in one line. */
final class LabFiles {

    private LabFiles() {}

    /** The lab of a file. */
    static Lab read(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadFileException(file + ": this is a folder, not a lab");
        }
        try (InputStream in = Files.newInputStream(file)) {
            // one byte more than is accepted, so that a larger file is refused without reading all of it
            return LabFile.read(file.toString(), in.readNBytes(LabFile.MAXIMUM_SIZE + 1));
        } catch (LabFormatException fault) {
            throw new BadFileException(fault.getMessage());
        } catch (NoSuchFileException fault) {
            throw new BadFileException(file + ": no such file");
        } catch (AccessDeniedException fault) {
            throw new BadFileException(file + ": reading it is not permitted");
        } catch (IOException fault) {
            throw new BadFileException(file + ": cannot be read (" + fault.getMessage() + ")");
        }
    }
}
