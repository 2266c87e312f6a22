package org.packetwalk.export.image;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.packetwalk.diagram.Face;
import org.packetwalk.diagram.TextStyle;

/** The bundled fonts, read for Java2D. Text is set by its outlines, so that it looks the same everywhere. */
final class ImageFonts {
    private static final String FOLDER = "/org/packetwalk/assets/fonts/";
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
    private final Map<SetText, TextLayout> layouts = new LinkedHashMap<>();

    /** A text in a style: the pictures of a walk repeat most of theirs. */
    private record SetText(String text, TextStyle style) {}

    /** A text that is not empty, set in a style. */
    TextLayout set(String text, TextStyle style) {
        return layouts.computeIfAbsent(new SetText(text, style), this::layout);
    }

    private TextLayout layout(SetText wanted) {
        String text = wanted.text();
        TextStyle style = wanted.style();
        Font font = font(style.face());
        // the monospaced fonts have no Chinese
        Font able = font.canDisplayUpTo(text) < 0 ? font : font(Face.SANS);
        return new TextLayout(text, able.deriveFont((float) style.size()), CONTEXT);
    }

    private Font font(Face face) {
        return fonts.computeIfAbsent(face, ImageFonts::load);
    }

    private static Font load(Face face) {
        try (InputStream in = ImageFonts.class.getResourceAsStream(FOLDER + face.file())) {
            if (in == null) {
                throw new IllegalStateException("The font " + face.file() + " is missing.");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in)
                    .deriveFont(Collections.singletonMap(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + face.file() + " cannot be read.", e);
        }
    }
}
