package org.packetwalk.desktop.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;

import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.diagram.Face;

@ExtendWith(ApplicationExtension.class)
class FontsTest {
    private static Fonts fonts;

    @BeforeAll
    static void load() {
        fonts = Fonts.load();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void familyAndWeightResolveToTheBundledFile(Face face) throws Exception {
        Font expected;
        try (InputStream in = FontsTest.class.getResourceAsStream("/org/packetwalk/assets/fonts/" + face.file())) {
            expected = Font.loadFont(in, 16);
        }

        Font found = fonts.font(face, 16);

        assertThat(found.getFamily()).isEqualTo(face.family());
        assertThat(found.getName()).isEqualTo(expected.getName());
        assertThat(width(found, "Routing decision 10.141.155.131"))
                .isEqualTo(width(expected, "Routing decision 10.141.155.131"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Face.class,
            names = {"SANS", "SANS_MEDIUM", "SANS_SEMIBOLD", "SANS_BOLD"})
    void sansFacesHaveLatinAndChineseGlyphs(Face face) {
        Font font = fonts.font(face, 100);

        // a character of Noto Sans SC is exactly as wide as the font is high; a box for a missing glyph is not
        assertThat(width(font, "中")).isEqualTo(100.0);
        assertThat(width(font, "路由选择，")).isEqualTo(500.0);
        assertThat(width(font, "A")).isBetween(60.0, 80.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Face.class,
            names = {"MONO", "MONO_MEDIUM", "MONO_BOLD"})
    void monoFacesSetEveryCharacterEquallyWideWithoutLigatures(Face face) {
        Font font = fonts.font(face, 100);

        assertThat(width(font, "->")).isEqualTo(width(font, "iW")).isEqualTo(120.0);
    }

    private static double width(Font font, String text) {
        Text node = new Text(text);
        node.setFont(font);
        node.setTextOrigin(VPos.BASELINE);
        return node.getLayoutBounds().getWidth();
    }
}
