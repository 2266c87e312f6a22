package org.packetwalk.diagram;

/** What the packet in focus has to do with a station. */
public enum StationState {
    DEFAULT(Word.STATE_DEFAULT),
    CURRENT(Word.STATE_CURRENT),
    PASSED(Word.STATE_PASSED),
    NOT_REACHED(Word.STATE_NOT_REACHED),
    WAITING(Word.STATE_WAITING),
    DROPPED(Word.STATE_DROPPED);

    private final Word word;

    StationState(Word word) {
        this.word = word;
    }

    /** The state in words. */
    public Word word() {
        return word;
    }

    /** Whether the packet stands here. */
    public boolean holdsPacket() {
        return this == CURRENT || this == WAITING || this == DROPPED;
    }

    /** Whether the packet has come here at all. */
    public boolean reached() {
        return holdsPacket() || this == PASSED;
    }
}
