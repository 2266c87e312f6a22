package org.packetwalk.desktop.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.packetwalk.session.SessionState;

/**
 * All of a session, as a value: undo goes back to one.
 *
 * @param open the lab that is open
 * @param state of the session
 * @param seen the walk in view
 * @param left the walks of the branches, as they were left
 */
record Standing(OpenLab open, SessionState state, Seen seen, SortedMap<String, Seen> left) {

    Standing {
        left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
    }

    /**
     * A walk in view.
     *
     * @param begin the place of its first event in the timeline
     */
    record Seen(Walk walk, int begin) {
        static final Seen NOTHING = new Seen(Walk.NONE, 0);
    }

    /** The walks with one more that was left. */
    static SortedMap<String, Seen> with(SortedMap<String, Seen> left, String branch, Seen seen) {
        SortedMap<String, Seen> more = new TreeMap<>(left);
        more.put(branch, seen);
        return more;
    }
}
