package org.packetwalk.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The colours a drawing may use, by meaning. Their values for each theme stand here and nowhere else; the
 * token sheets in {@code assets/styles} repeat them for stylesheets, and a test compares.
 */
public enum Palette {
    /** No paint at all. */
    NONE("#00000000", "#00000000", "#00000000"),
    BG("#EEF1F5", "#0C1219", "#000000"),
    SURFACE("#FFFFFF", "#141C26", "#000000"),
    SUNKEN("#F6F8FA", "#101821", "#101010"),
    LINE("#D5DCE4", "#263240", "#8C8C8C"),
    LINE2("#909DAC", "#5B6D81", "#C0C0C0"),
    CTL("#74818F", "#7A8B9E", "#FFFFFF"),
    INK("#141D28", "#EDF2F8", "#FFFFFF"),
    INK2("#41505F", "#B9C6D4", "#F2F2F2"),
    INK3("#5F6E7F", "#8D9CAE", "#DADADA"),
    BTN("#141D28", "#EDF2F8", "#FFFFFF"),
    BTN_INK("#FFFFFF", "#0C1219", "#000000"),
    FOCUS("#0B57A4", "#7CB6FF", "#00E5FF"),
    PKT("#FFB01F", "#FFB01F", "#FFD000"),
    PKT_INK("#2A1B00", "#2A1B00", "#000000"),
    PKT_LINE("#C77700", "#FFB01F", "#FFD000"),
    PKT_TINT("#FFF3D6", "#3A2B0B", "#3A2F00"),
    PKT_TEXT("#8A5200", "#FFC24D", "#FFE066"),
    DROP("#B80F3A", "#FF7088", "#FF9AA9"),
    DROP_TINT("#FDE7EC", "#44141F", "#48000F"),
    ON("#FFFFFF", "#0C1219", "#000000"),
    OK("#00734B", "#45D6A8", "#5CFFB8"),
    PAY("#5F6B78", "#93A1B1", "#E0E0E0"),
    PAY_TINT("#F1F4F7", "#1A2430", "#202020"),
    PAY_BAND("#F7F8FA", "#16202B", "#000000"),
    L4("#7A1266", "#FFB0E6", "#FFC2EE"),
    L4_TINT("#F8E3F2", "#41223B", "#46103A"),
    L4_BAND("#FBF4F9", "#211A2A", "#0E0009"),
    L3("#0B57A4", "#7CB6FF", "#A8D0FF"),
    L3_TINT("#DFECF9", "#173559", "#0A2C57"),
    L3_BAND("#F1F6FC", "#152234", "#000716"),
    L2("#00734B", "#45D6A8", "#7DF0C8"),
    L2_TINT("#DBF2E7", "#123F36", "#003B2B"),
    L2_BAND("#EFF8F3", "#132724", "#00110C"),
    DEV("#33404F", "#C3CFDC", "#F0F0F0"),
    DEV_TINT("#E6EAEF", "#26323F", "#303030"),
    DEV_BAND("#F1F3F6", "#18212C", "#0A0A0A"),
    NF("#56606E", "#A3B0BF", "#E6E6E6");

    private final String light;
    private final String dark;
    private final String contrast;

    Palette(String light, String dark, String contrast) {
        this.light = light;
        this.dark = dark;
        this.contrast = contrast;
    }

    /** The value in the light theme, as {@code #RRGGBB}. */
    public String light() {
        return light;
    }

    /** The value in the dark theme, as {@code #RRGGBB}. */
    public String dark() {
        return dark;
    }

    /** The value in a theme. */
    public String in(Theme theme) {
        return switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
            case CONTRAST -> contrast;
        };
    }

    /** The name of the looked-up colour in the stylesheets. */
    public String token() {
        return "-pw-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All colours that have a token: all but {@link #NONE}. */
    public static List<Palette> tokens() {
        return Arrays.stream(values()).filter(colour -> colour != NONE).toList();
    }
}
