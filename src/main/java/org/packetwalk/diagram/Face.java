package org.packetwalk.diagram;

/**
 * The faces of the bundled fonts. A weight that is neither regular nor bold is a family of its own, because JavaFX tells
 * families apart by name and weights only as bold or not.
 */
public enum Face {
    SANS("Packetwalk Sans", false, "PacketwalkSans-Regular.ttf"),
    SANS_MEDIUM("Packetwalk Sans Medium", false, "PacketwalkSans-Medium.ttf"),
    SANS_SEMIBOLD("Packetwalk Sans SemiBold", false, "PacketwalkSans-SemiBold.ttf"),
    SANS_BOLD("Packetwalk Sans", true, "PacketwalkSans-Bold.ttf"),
    MONO("JetBrains Mono", false, "JetBrainsMono-Regular.ttf"),
    MONO_MEDIUM("JetBrains Mono Medium", false, "JetBrainsMono-Medium.ttf"),
    MONO_BOLD("JetBrains Mono", true, "JetBrainsMono-Bold.ttf");

    private final String family;
    private final boolean bold;
    private final String file;

    Face(String family, boolean bold, String file) {
        this.family = family;
        this.bold = bold;
        this.file = file;
    }

    /** The name a stylesheet uses. */
    public String family() {
        return family;
    }

    /** Whether the weight "bold" has to be asked for. */
    public boolean bold() {
        return bold;
    }

    /** The file in {@code assets/fonts}. */
    public String file() {
        return file;
    }

    /** Whether all its characters have the same width. */
    public boolean monospaced() {
        return this == MONO || this == MONO_MEDIUM || this == MONO_BOLD;
    }
}
