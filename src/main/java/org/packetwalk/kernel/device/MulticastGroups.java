package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.List;

import org.pcollections.TreePMap;

import org.packetwalk.net.Ipv4Address;

/**
 * The IPv4 multicast groups that devices have joined ({@code in_dev->mc_list}). A value. 224.0.0.1, which every device with
 * IPv4 that is up has joined, is not listed.
 */
public final class MulticastGroups {

    /** No group is joined. */
    public static final MulticastGroups NONE = new MulticastGroups(TreePMap.empty());

    private final TreePMap<Integer, List<Membership>> memberships;

    private MulticastGroups(TreePMap<Integer, List<Membership>> memberships) {
        this.memberships = memberships;
    }

    /**
     * A group that a device has joined.
     *
     * @param group the group
     * @param users how often it was joined
     */
    public record Membership(Ipv4Address group, int users) {}

    /** Whether a device has joined a group. */
    public boolean joined(int device, Ipv4Address group) {
        return of(device).stream().anyMatch(membership -> membership.group().equals(group));
    }

    /** The groups of a device, the one joined last first. */
    public List<Membership> of(int device) {
        return memberships.containsKey(device) ? memberships.get(device) : List.of();
    }

    /** With a group joined once more ({@code ip_mc_inc_group}). */
    public MulticastGroups joining(int device, Ipv4Address group) {
        return changed(device, group, 1);
    }

    /** With a group left once ({@code ip_mc_dec_group}). */
    public MulticastGroups leaving(int device, Ipv4Address group) {
        return joined(device, group) ? changed(device, group, -1) : this;
    }

    /** Without a device. */
    public MulticastGroups without(int device) {
        return memberships.containsKey(device) ? new MulticastGroups(memberships.minus(device)) : this;
    }

    private MulticastGroups changed(int device, Ipv4Address group, int difference) {
        List<Membership> now = new ArrayList<>();
        if (!joined(device, group)) {
            now.add(new Membership(group, difference));
            now.addAll(of(device));
        } else {
            for (Membership membership : of(device)) {
                int users = membership.users() + (membership.group().equals(group) ? difference : 0);
                if (users > 0) {
                    now.add(new Membership(membership.group(), users));
                }
            }
        }
        return new MulticastGroups(memberships.plus(device, List.copyOf(now)));
    }
}
