package org.packetwalk.desktop.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

import org.packetwalk.diagram.Face;
import org.packetwalk.diagram.TextStyle;

/** The bundled fonts, registered with JavaFX: whoever holds one of these may name the families in stylesheets. */
public final class Fonts {
    private static final String FOLDER = "/org/packetwalk/assets/fonts/";

    private Fonts() {}

    /** Registers all bundled fonts; called once at start, before the first stylesheet is read. */
    public static Fonts load() {
        for (Face face : Face.values()) {
            try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + face.file())) {
                if (in == null || Font.loadFont(in, 12) == null) {
                    throw new IllegalStateException("The font " + face.file() + " is missing or cannot be read.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Fonts();
    }

    /** A face in a size, found by its family as a stylesheet finds it. */
    public Font font(Face face, double size) {
        return Font.font(face.family(), face.bold() ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    /** The font of a text role. */
    public Font font(TextStyle style) {
        return font(style.face(), style.size());
    }
}
