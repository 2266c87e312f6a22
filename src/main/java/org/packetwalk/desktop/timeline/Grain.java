package org.packetwalk.desktop.timeline;

/** How far one step goes. */
public enum Grain {
    LAYER("time.grain.layer"),
    FUNCTION("time.grain.function");

    private final String key;

    Grain(String key) {
        this.key = key;
    }

    /** The message that names it. */
    public String key() {
        return key;
    }

    /** The next one, the first after the last. */
    public Grain next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
