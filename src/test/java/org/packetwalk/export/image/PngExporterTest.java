package org.packetwalk.export.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import org.packetwalk.diagram.Box;
import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.CaptionedDrawing;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Label;
import org.packetwalk.diagram.LabelCut;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.RealPings;
import org.packetwalk.diagram.Rect;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.Stroke;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.TextRole;
import org.packetwalk.diagram.TextStyle;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

class PngExporterTest {
    private static final Function<Text, String> LITERAL = text -> text.match(word -> word, (key, arguments) -> key);
    private static final Caption CAPTION =
            new Caption("ping -c1 127.0.0.1", "Step 9 of 28", "lo 把数据包转回来了。", "A host with lo alone · Tables: shared");
    private static final Size SIZE = new Size(1154, 646);

    @Test
    void aPictureIsTwiceTheSizeOfItsDrawingWithTheCaptionBelow() {
        Drawing drawing = walk();

        BufferedImage image = decoded(exporter(Locale.ENGLISH).png(drawing, CAPTION, PngExporter.SCALE));

        Size whole = CaptionedDrawing.of(drawing, CAPTION).size();
        assertThat(whole.height()).isGreaterThan(SIZE.height() + 80);
        assertThat(image.getWidth()).isEqualTo(2308);
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(whole.height() * 2));
        assertThat(colours(image)).contains(Palette.PKT.light(), Palette.L3_BAND.light(), Palette.SURFACE.light());
    }

    @Test
    void theSameDrawingGivesTheSameBytes() {
        Drawing drawing = walk();

        byte[] one = exporter(Locale.CHINESE).png(drawing, CAPTION, 1);
        byte[] other = exporter(Locale.CHINESE).png(walk(), CAPTION, 1);

        assertThat(one).isEqualTo(other);
        assertThat(one).isNotEqualTo(exporter(Locale.ENGLISH).png(drawing, CAPTION, 1));
    }

    @Test
    void theCaptionIsInTheFileAsText() {
        byte[] png = exporter(Locale.ENGLISH).png(walk(), CAPTION, 1);

        String content = new String(png, StandardCharsets.UTF_8);
        assertThat(content).contains("iTXt", "$ ping -c1 127.0.0.1", "Step 9 of 28", "lo 把数据包转回来了。");
    }

    @Test
    void coloursAreThoseOfTheTheme() {
        Box box = new Box(new Rect(2, 2, 6, 6), 0, Palette.L3, Stroke.NONE);
        Drawing drawing = new Drawing(new Size(10, 10), List.of(box));

        BufferedImage image = decoded(new PngExporter(Theme.DARK, LITERAL).png(drawing, 3));

        assertThat(colour(image, 15, 15)).isEqualTo(Palette.L3.dark());
        assertThat(colour(image, 1, 1)).isEqualTo(Palette.BG.dark());
    }

    @Test
    void aMonospacedTextIsSixTenthsOfItsSizeWidePerCharacter() {
        float advance = new ImageFonts()
                .set("ip_local_out", TextStyle.of(TextRole.FUNCTION))
                .getAdvance();

        assertThat(advance).isCloseTo(12 * 0.6f * 12, within(0.1f));
    }

    @Test
    void chineseInAMonospacedLabelIsSetInTheOtherFont() {
        float advance =
                new ImageFonts().set("广播", TextStyle.of(TextRole.FUNCTION)).getAdvance();

        assertThat(advance).isCloseTo(2 * 12f, within(0.5f));
    }

    @Test
    void aTextTooWideIsCutWithAnEllipsis() {
        var style = TextStyle.of(TextRole.FUNCTION);
        var fonts = new ImageFonts();

        String cut = LabelCut.fitted(
                "ip_route_output_key_hash_rcu",
                100,
                Label.Cut.MIDDLE,
                text -> fonts.set(text, style).getAdvance());

        assertThat(cut).startsWith("ip_rou").contains("…").endsWith("sh_rcu");
        assertThat(fonts.set(cut, style).getAdvance()).isLessThanOrEqualTo(100);
    }

    private static Drawing walk() {
        return StackDiagram.layout(StackPictures.of(RealPings.loopback()).at(7), SIZE, Density.REGULAR)
                .drawing();
    }

    private static PngExporter exporter(Locale language) {
        return new PngExporter(Theme.LIGHT, new Words(Messages.of(language)));
    }

    private static BufferedImage decoded(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> colours(BufferedImage image) {
        var colours = new TreeSet<String>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(colour(image, x, y));
            }
        }
        return colours;
    }

    private static String colour(BufferedImage image, int x, int y) {
        return String.format("#%06X", image.getRGB(x, y) & 0xffffff);
    }
}
