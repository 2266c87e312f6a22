package org.packetwalk.desktop.model;

import java.nio.file.Path;
import java.util.function.BiConsumer;

import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabLine;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.Messages;

/** Sets up labs of one's own: those in files, and new ones. */
final class OwnLabs {
    /** A lab with one host and nothing else. */
    static final String NEW = "# title: New lab\n# teaches:\nip netns add host-1\nip -n host-1 link set lo up\n";

    private OwnLabs() {}

    /**
     * Reads a text and sets it up.
     *
     * @param file where it lies, empty for a new one
     * @param then is given the lab and its run, unless the text is refused
     */
    static Pending<Refusal> set(String file, String text, Messages messages, BiConsumer<OpenLab, LabRun> then) {
        Lab lab;
        try {
            lab = text.isBlank() ? OpenLab.NO_SCRIPT : LabFile.read(name(file), text);
        } catch (LabFormatException none) {
            return Pending.of(
                    () -> refused(messages.text(none.key(), none.arguments().toArray())));
        }
        return watch -> {
            LabRun run = LabRunner.run(lab.setup(), watch);
            return () -> run.lines().stream()
                    .filter(line -> !line.understood())
                    .map(LineRun::line)
                    .findFirst()
                    .map(line -> refused(unknown(line, messages)))
                    .orElseGet(() -> {
                        then.accept(OpenLab.own(file, lab), run);
                        return Refusal.NONE;
                    });
        };
    }

    private static String unknown(LabLine line, Messages messages) {
        return messages.text("lab.line.unknown", line.number(), line.text());
    }

    private static Refusal refused(String why) {
        return new Refusal(why, 0, 0);
    }

    /** How a file is called where its folder does not matter. */
    static String name(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? "lab.sh" : name.toString();
    }
}
