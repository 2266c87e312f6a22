package org.packetwalk.desktop.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

import javax.imageio.ImageIO;

import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Pictures;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.image.PngExporter;
import org.packetwalk.narrate.Messages;

/**
 * What the window shows and what is exported without one is the same picture. Edges and letters are smoothed by two libraries,
 * so single pixels may differ; of areas of 6 by 6 pixels no more than {@link #DIFFERING} may differ in their mean by more than
 * {@link #SHADES} of 255.
 */
@ExtendWith(ApplicationExtension.class)
class SamePictureTest {
    private static final int AREA = 6;
    private static final int SHADES = 24;
    private static final double DIFFERING = 0.005;
    private static Fonts fonts;

    @BeforeAll
    static void load() {
        fonts = Fonts.load();
    }

    @ParameterizedTest
    @CsvSource({
        "tableLocalHit, LIGHT, en",
        "turnedRound, LIGHT, zh",
        "turningRound, CONTRAST, en",
        "dropped, DARK, en",
        "router, LIGHT, en",
        "twoNamespaces, DARK, zh",
        "atRest, LIGHT, en"
    })
    void theWindowAndAFileShowTheSame(String name, Theme theme, String language) throws Exception {
        Messages messages = Messages.of(new Locale(language));
        StackPicture picture =
                (StackPicture) Pictures.class.getDeclaredMethod(name).invoke(null);
        Drawing drawing = StackDiagram.layout(picture, new Size(1154, 646), Density.REGULAR)
                .drawing();

        BufferedImage window = shown(drawing, theme, messages);
        BufferedImage file = exported(drawing, theme, messages);

        assertThat(window.getWidth()).isEqualTo(file.getWidth());
        assertThat(window.getHeight()).isEqualTo(file.getHeight());
        assertThat(differing(window, file))
                .as("share of areas that differ by more than %d shades", SHADES)
                .isLessThan(DIFFERING);
    }

    private static BufferedImage shown(Drawing drawing, Theme theme, Messages messages) {
        Size size = drawing.size();
        WritableImage image = GalleryTest.onFxThread(() -> {
            var pane = new Pane();
            new DrawingPainter(pane, fonts, new PictureWords(messages)).show(drawing, theme);
            return new Scene(pane, size.width(), size.height(), Color.web(Palette.BG.in(theme))).snapshot(null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    private static BufferedImage exported(Drawing drawing, Theme theme, Messages messages) throws IOException {
        byte[] png = new PngExporter(theme, text -> words(text, messages)).png(drawing, 1);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String words(Text text, Messages messages) {
        return text.match(
                literal -> literal,
                (key, arguments) -> messages.text(
                        key, arguments.stream().map(one -> words(one, messages)).toArray()));
    }

    private static double differing(BufferedImage one, BufferedImage other) {
        int all = 0;
        int found = 0;
        for (int y = 0; y + AREA <= one.getHeight(); y += AREA) {
            for (int x = 0; x + AREA <= one.getWidth(); x += AREA) {
                all++;
                found += distance(mean(one, x, y), mean(other, x, y)) > SHADES ? 1 : 0;
            }
        }
        return (double) found / all;
    }

    private static double distance(double[] one, double[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    /** Red, green and blue of an area. */
    private static double[] mean(BufferedImage image, int left, int top) {
        double[] sum = new double[3];
        for (int y = top; y < top + AREA; y++) {
            for (int x = left; x < left + AREA; x++) {
                int pixel = image.getRGB(x, y);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (double) (pixel >> 8 * i & 0xFF) / (AREA * AREA);
                }
            }
        }
        return sum;
    }
}
