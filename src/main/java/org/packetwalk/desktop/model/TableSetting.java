package org.packetwalk.desktop.model;

/** Whether a host's tables local and main are one trie, as on a new host, or were separated by a rule. */
public enum TableSetting {
    SHARED("start.tables.shared"),
    SEPARATE("start.tables.separate");

    private final String key;

    TableSetting(String key) {
        this.key = key;
    }

    /** The message that names it. */
    public String key() {
        return key;
    }
}
