package org.packetwalk.kernel;

/** A host of the lab: the name of its network namespace, as in {@code ip netns add NAME}. */
public record HostId(String name) implements Comparable<HostId> {

    @Override
    public int compareTo(HostId other) {
        return this == other ? 0 : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
