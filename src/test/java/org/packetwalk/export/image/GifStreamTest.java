package org.packetwalk.export.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read by another reader; noise fills the table of strings again and again. */
class GifStreamTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 5, 2", "64, 64, 3", "300, 200, 17", "300, 300, 255", "700, 500, 255"})
    void anotherReaderSeesTheSamePixels(int width, int height, int colours) throws Exception {
        Random random = new Random(width * 31L + colours);
        int[] palette = random.ints(colours, 0, 1 << 24).toArray();
        byte[] indexes = new byte[width * height];
        for (int i = 0; i < indexes.length; i++) {
            // runs and noise, some of it transparent
            boolean run = i % 997 > 300 && i > 0;
            indexes[i] = run ? indexes[i - 1] : (byte) random.nextInt(colours + 1);
        }

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GifStream gif = new GifStream(bytes, width, height);
        gif.frame(new Rectangle(width, height), new IndexedColours(palette, indexes), 700, "one, in words: 环回");
        gif.frame(new Rectangle(width, height), new IndexedColours(palette, indexes), 700, "");
        gif.end();

        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(2);
            for (int frame = 0; frame < 2; frame++) {
                BufferedImage read = reader.read(frame);
                for (int i = 0; i < indexes.length; i++) {
                    int index = indexes[i] & 0xFF;
                    int seen = read.getRGB(i % width, i / width);
                    assertThat(index == colours ? seen >>> 24 : seen & 0xFFFFFF)
                            .isEqualTo(index == colours ? 0 : palette[index]);
                }
            }
        }
    }
}
