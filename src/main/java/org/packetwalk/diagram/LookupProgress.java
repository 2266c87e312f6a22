package org.packetwalk.diagram;

import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.RouteEpisodes.Episode;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.narrate.Row;

/**
 * How far a question to the tables has come at a step. Searches are counted as they were made, rules as the decision
 * considered them.
 *
 * @param rules how many rules have been come to
 * @param searches how many searches are over
 * @param row the part the step is about; {@link Row#ALL} if it is about a whole event
 * @param searching whether the row lies inside the search that comes next
 */
record LookupProgress(int rules, int searches, Row row, boolean searching) {

    static LookupProgress of(Episode episode, int place, Row row) {
        List<RuleVisit> visits = episode.routed()
                .map(routed -> routed.event().decision().considered())
                .orElse(List.of());
        boolean whole = row.kind() == Row.Kind.ALL;
        int over = 0;
        for (RouteEpisodes.Placed<?> asked : episode.asked()) {
            over += asked.place() < place || whole && asked.place() == place ? 1 : 0;
        }
        if (row.kind() == Row.Kind.RULE) {
            return new LookupProgress(row.rule() + 1, over, row, false);
        }
        boolean decided = whole
                && episode.routed().filter(routed -> routed.place() <= place).isPresent();
        if (decided) {
            return new LookupProgress(visits.size(), over, row, false);
        }
        int seen = whole ? over : over + 1;
        return new LookupProgress(rulesUpTo(visits, seen), over, row, !whole);
    }

    /** How many rules were come to by the time of a search, counted from 1. */
    private static int rulesUpTo(List<RuleVisit> visits, int search) {
        int found = 0;
        for (int i = 0; i < visits.size(); i++) {
            found += visits.get(i).walk().event() instanceof TableLookupEvent.NotSearched ? 0 : 1;
            if (found == search && search > 0) {
                return i + 1;
            }
        }
        return 0;
    }

    /** How many steps of a search through its trie are over, the current one included. */
    int steps(int search) {
        if (search < searches) {
            return Integer.MAX_VALUE;
        }
        if (search > searches || !searching) {
            return 0;
        }
        return row.kind() == Row.Kind.TRIE ? row.place() + 1 : Integer.MAX_VALUE;
    }

    /** How many routes of a search have been come to, the current one included. */
    int candidates(int search) {
        if (search < searches) {
            return Integer.MAX_VALUE;
        }
        boolean here = search == searches && searching && row.kind() == Row.Kind.CANDIDATE;
        return here ? row.place() + 1 : 0;
    }

    /** The step of a search that is the current one, none if the step is not about one. */
    Optional<Integer> currentStep(int search) {
        boolean here = search == searches && searching && row.kind() == Row.Kind.TRIE;
        return here ? Optional.of(row.place()) : Optional.empty();
    }

    /** Whether a route of a search is the current one. */
    boolean isCurrent(int search, int candidate) {
        return search == searches && searching && row.kind() == Row.Kind.CANDIDATE && row.place() == candidate;
    }

    /** Whether a search is going on in this step. */
    boolean isSearching(int search) {
        return searching && search == searches;
    }

    /** Whether a rule is what the step is about. */
    boolean isCurrentRule(int rule) {
        return row.kind() == Row.Kind.RULE && row.rule() == rule;
    }
}
