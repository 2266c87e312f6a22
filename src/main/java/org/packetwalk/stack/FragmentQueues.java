package org.packetwalk.stack;

import java.util.List;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.SkBuff;

/** The fragments of a namespace that wait for the rest of their datagram. */
public final class FragmentQueues {

    /** No fragment waits. */
    public static final FragmentQueues EMPTY = new FragmentQueues(TreePMap.empty());

    private final TreePMap<FragmentKey, List<SkBuff>> queues;

    private FragmentQueues(TreePMap<FragmentKey, List<SkBuff>> queues) {
        this.queues = queues;
    }

    /** The fragments of a datagram in order of arrival, none if there is no queue. */
    public List<SkBuff> of(FragmentKey key) {
        return queues.getOrDefault(key, List.of());
    }

    /** How many datagrams are not complete. */
    public int size() {
        return queues.size();
    }

    /** With the fragments of a datagram replaced. */
    public FragmentQueues with(FragmentKey key, List<SkBuff> fragments) {
        return new FragmentQueues(queues.plus(key, List.copyOf(fragments)));
    }

    /** Without a datagram's queue. */
    public FragmentQueues without(FragmentKey key) {
        return new FragmentQueues(queues.minus(key));
    }
}
