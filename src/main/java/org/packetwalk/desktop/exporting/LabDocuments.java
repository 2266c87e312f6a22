package org.packetwalk.desktop.exporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.packetwalk.desktop.model.LabView;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.export.contract.ExportedFile;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.narrate.Messages;

/** Labs of one's own as files: new ones, opened ones, and the open lab saved; what came of it is said in the notification bar. */
public final class LabDocuments {
    private static final String SUFFIX = ".sh";

    private final SessionModel session;
    private final WindowModel window;

    /** The labs of a session. */
    public LabDocuments(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
    }

    /** The words of the window. */
    Messages messages() {
        return session.messages();
    }

    /** Whether a file is a lab, by its name. */
    static boolean isLab(Path file) {
        return file.toString().endsWith(SUFFIX);
    }

    /** Opens a lab with one host and nothing else. */
    public void create() {
        session.opening().openNew();
    }

    /** Opens a file; what is no lab leaves everything as it is. */
    public void open(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            String text = LabFile.decode(name, Files.readAllBytes(file));
            session.opening().openText(file.toAbsolutePath().toString(), text, refused -> {
                if (refused.isPresent()) {
                    say("notice.not-a-lab", name, refused.text());
                } else {
                    window.dismiss();
                }
            });
            remember(file);
        } catch (LabFormatException fault) {
            String why = messages().text(fault.key(), fault.arguments().toArray());
            say("notice.not-a-lab", name, why);
        } catch (IOException fault) {
            say("notice.not-opened", file, why(fault));
        }
    }

    /** Whether the open lab has edits that are in no file. */
    boolean unsaved() {
        return session.document().unsaved();
    }

    /** Whether the open lab is one of one's own: from a file, or new. */
    boolean isOwn() {
        return session.opening().ownFile(session.labProperty().get().id()).isPresent();
    }

    /** The file of the open lab, empty if it has none. */
    String file() {
        return session.document().file();
    }

    /** The name a file of the open lab begins with. */
    String name() {
        String name = session.labProperty().get().id().replaceAll("\\W+", "-");
        return (session.document().file().isEmpty() && !name.startsWith("own-lab") ? name : "lab") + SUFFIX;
    }

    /** The title of the open lab. */
    String title() {
        LabView open = session.labProperty().get();
        return open.title().isEmpty() ? open.label() : open.title();
    }

    /** Writes the open lab; what is there already stays if that cannot be done. Whether it was. */
    public boolean save(Path file) {
        remember(file);
        try {
            String text = session.document().scriptProperty().get().source();
            ExportedFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            session.saved(file.toAbsolutePath().toString());
            say("notice.saved", file);
            return true;
        } catch (IOException fault) {
            say("notice.not-saved", file, why(fault));
            return false;
        }
    }

    private void remember(Path file) {
        window.folderProperty().set(String.valueOf(file.toAbsolutePath().getParent()));
    }

    /** The reason in words, where the system only names the file. */
    private String why(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return messages().text("fault.no-such-file");
        }
        return fault instanceof AccessDeniedException ? messages().text("fault.no-access") : fault.toString();
    }

    private void say(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        window.say(Notice.of(messages().text(key, words)));
    }
}
