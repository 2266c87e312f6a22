package org.packetwalk.export.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.CaptionedDrawing;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;

/** Writes drawings as PNG, in the colours of a theme and the words of a language. The same drawing gives the same bytes. */
public final class PngExporter {
    /** Pixels for each logical pixel of an exported picture. */
    public static final double SCALE = 2;

    private final Theme theme;
    private final Function<Text, String> words;
    private final ImageFonts fonts = new ImageFonts();

    /** An exporter for one theme, with the texts of pictures looked up by {@code words}. */
    public PngExporter(Theme theme, Function<Text, String> words) {
        this.theme = theme;
        this.words = words;
    }

    /** A drawing with its caption below. The caption is in the file as text, too. */
    public byte[] png(Drawing drawing, Caption caption, double scale) {
        String description =
                "$ " + caption.command() + "\n" + caption.step() + "\n" + caption.sentence() + "\n" + caption.setting();
        return PngText.with(png(CaptionedDrawing.of(drawing, caption), scale), "Description", description);
    }

    /** A drawing alone. */
    public byte[] png(Drawing drawing, double scale) {
        return encoded(image(drawing, scale));
    }

    /** A drawing as pixels. */
    BufferedImage image(Drawing drawing, double scale) {
        Film film = film(scale);
        film.next(drawing);
        return film.image();
    }

    /** Pictures that follow each other. */
    Film film(double scale) {
        return new Film(theme, words, fonts, scale);
    }

    private static byte[] encoded(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
