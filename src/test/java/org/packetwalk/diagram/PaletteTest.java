package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static final Pattern TOKEN = Pattern.compile("(-pw-[a-z0-9-]+):\\s*(#[0-9A-F]{6});");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tokenSheetHoldsExactlyThePalette(Theme theme) throws IOException {
        var expected = new LinkedHashMap<String, String>();
        Palette.tokens().forEach(colour -> expected.put(colour.token(), colour.in(theme)));

        assertThat(sheet(theme)).containsExactlyEntriesOf(expected);
    }

    // text on its ground, in every theme
    @ParameterizedTest
    @CsvSource(textBlock = """
            INK,       BG
            INK,       SURFACE
            INK,       SUNKEN
            INK,       PKT_TINT
            INK,       DROP_TINT
            INK2,      BG
            INK2,      SURFACE
            INK2,      SUNKEN
            INK2,      PKT_TINT
            INK2,      DEV_BAND
            INK3,      BG
            INK3,      SURFACE
            INK3,      SUNKEN
            INK3,      PAY_BAND
            INK3,      DEV_BAND
            BTN_INK,   BTN
            PKT_INK,   PKT
            PKT_TEXT,  SURFACE
            PKT_TEXT,  PKT_TINT
            DROP,      SURFACE
            DROP,      DROP_TINT
            ON,        DROP
            OK,        SURFACE
            PAY,       PAY_TINT
            PAY,       PAY_BAND
            L4,        L4_TINT
            L4,        L4_BAND
            L3,        L3_TINT
            L3,        L3_BAND
            L3,        SURFACE
            L2,        L2_TINT
            L2,        L2_BAND
            DEV,       DEV_TINT
            NF,        SURFACE
            """)
    void textCanBeRead(Palette text, Palette ground) {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(text.in(theme), ground.in(theme)))
                    .as("%s on %s in %s", text, ground, theme)
                    .isGreaterThanOrEqualTo(theme == Theme.CONTRAST ? 7.0 : 4.5);
        }
    }

    // outlines of controls, the focus ring and the trail on what lies beside them
    @ParameterizedTest
    @CsvSource(textBlock = """
            CTL,       SURFACE
            CTL,       BG
            FOCUS,     SURFACE
            FOCUS,     BG
            FOCUS,     L3_BAND
            PKT_LINE,  SURFACE
            PKT_LINE,  L3_BAND
            PKT_LINE,  DEV_BAND
            DROP,      L3_BAND
            DROP,      L4_BAND
            """)
    void edgesCanBeSeen(Palette edge, Palette ground) {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(edge.in(theme), ground.in(theme)))
                    .as("%s on %s in %s", edge, ground, theme)
                    .isGreaterThanOrEqualTo(3.0);
        }
    }

    @Test
    void contrastIsThatOfTheWebContentAccessibilityGuidelines() {
        assertThat(contrast("#000000", "#FFFFFF")).isEqualTo(21.0);
        assertThat(contrast("#777777", "#FFFFFF")).isBetween(4.47, 4.49);
    }

    private static Map<String, String> sheet(Theme theme) throws IOException {
        String name =
                "/org/packetwalk/assets/styles/tokens-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".css";
        try (InputStream in = PaletteTest.class.getResourceAsStream(name)) {
            var tokens = new LinkedHashMap<String, String>();
            TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> tokens.put(found.group(1), found.group(2)));
            return tokens;
        }
    }

    /** WCAG 2.1, contrast ratio. */
    private static double contrast(String one, String two) {
        double a = luminance(one);
        double b = luminance(two);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
