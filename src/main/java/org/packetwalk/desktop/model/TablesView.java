package org.packetwalk.desktop.model;

/**
 * How a host keeps its tables local and main at a step.
 *
 * @param host the host, empty if none is shown
 * @param setting one trie, or kept separate
 */
public record TablesView(String host, TableSetting setting) {
    /** No host is shown. */
    public static final TablesView NONE = new TablesView("", TableSetting.SHARED);

    /** Whether a host is shown. */
    public boolean isPresent() {
        return !host.isEmpty();
    }
}
