package org.packetwalk.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The colours a drawing may use, by meaning. Their values for the light and the dark theme stand here and nowhere else; the
 * token sheets in {@code assets/styles} repeat them for stylesheets, and a test compares.
 */
public enum Palette {
    /** No paint at all. */
    NONE("#00000000", "#00000000"),
    BG("#EEF1F5", "#0C1219"),
    SURFACE("#FFFFFF", "#141C26"),
    SUNKEN("#F6F8FA", "#101821"),
    LINE("#D5DCE4", "#263240"),
    LINE2("#909DAC", "#5B6D81"),
    CTL("#74818F", "#7A8B9E"),
    INK("#141D28", "#EDF2F8"),
    INK2("#41505F", "#B9C6D4"),
    INK3("#5F6E7F", "#8D9CAE"),
    BTN("#141D28", "#EDF2F8"),
    BTN_INK("#FFFFFF", "#0C1219"),
    FOCUS("#0B57A4", "#7CB6FF"),
    PKT("#FFB01F", "#FFB01F"),
    PKT_INK("#2A1B00", "#2A1B00"),
    PKT_LINE("#C77700", "#FFB01F"),
    PKT_TINT("#FFF3D6", "#3A2B0B"),
    PKT_TEXT("#8A5200", "#FFC24D"),
    DROP("#B80F3A", "#FF7088"),
    DROP_TINT("#FDE7EC", "#44141F"),
    ON("#FFFFFF", "#0C1219"),
    OK("#00734B", "#45D6A8"),
    PAY("#5F6B78", "#93A1B1"),
    PAY_TINT("#F1F4F7", "#1A2430"),
    PAY_BAND("#F7F8FA", "#16202B"),
    L4("#7A1266", "#FFB0E6"),
    L4_TINT("#F8E3F2", "#41223B"),
    L4_BAND("#FBF4F9", "#211A2A"),
    L3("#0B57A4", "#7CB6FF"),
    L3_TINT("#DFECF9", "#173559"),
    L3_BAND("#F1F6FC", "#152234"),
    L2("#00734B", "#45D6A8"),
    L2_TINT("#DBF2E7", "#123F36"),
    L2_BAND("#EFF8F3", "#132724"),
    DEV("#33404F", "#C3CFDC"),
    DEV_TINT("#E6EAEF", "#26323F"),
    DEV_BAND("#F1F3F6", "#18212C"),
    NF("#56606E", "#A3B0BF");

    private final String light;
    private final String dark;

    Palette(String light, String dark) {
        this.light = light;
        this.dark = dark;
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
