package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tables of one IP family in a namespace, as far as they were made.
 *
 * @param tables in the order of their names' enumeration
 * @param tracking whether a rule needs connections to be tracked
 */
public record Ruleset(List<FilterTable> tables, boolean tracking) {

    /** No table was made yet. */
    public static final Ruleset NONE = new Ruleset(List.of(), false);

    /** Copies the list. */
    public Ruleset {
        tables = List.copyOf(tables);
    }

    /** A table, if it was made. */
    public Optional<FilterTable> find(TableName name) {
        return tables.stream().filter(table -> table.name() == name).findFirst();
    }

    /** A table; as it would be made if it was not. */
    public FilterTable get(TableName name) {
        return find(name).orElseGet(() -> FilterTable.fresh(name));
    }

    /** With a table made or changed. */
    public Ruleset with(FilterTable table) {
        List<FilterTable> now = new ArrayList<>(tables);
        now.removeIf(one -> one.name() == table.name());
        now.add(table);
        now.sort(Comparator.comparing(FilterTable::name));
        return new Ruleset(now, now.stream().anyMatch(FilterTable::needsTracking));
    }

    /** With a table whose counters changed; nothing else may have. */
    public Ruleset counted(FilterTable table) {
        return new Ruleset(
                tables.stream()
                        .map(one -> one.name() == table.name() ? table : one)
                        .toList(),
                tracking);
    }

    /** The tables with a chain at a hook, the first asked first. */
    public List<FilterTable> at(Hook hook) {
        if (tables.isEmpty()) {
            return tables;
        }
        return tables.stream()
                .filter(table -> table.name().hooks().contains(hook))
                .sorted(Comparator.comparingInt(table -> table.name().priority(hook)))
                .toList();
    }
}
