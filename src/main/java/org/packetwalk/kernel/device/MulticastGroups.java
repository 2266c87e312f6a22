package org.packetwalk.kernel.device;

import java.util.List;

import org.pcollections.TreePMap;

import org.packetwalk.net.Ipv4Address;

/**
 * The IPv4 multicast groups that devices have joined ({@code in_dev->mc_list}), each with how often. A value. 224.0.0.1, which
 * every device with IPv4 that is up has joined, is not listed.
 */
public final class MulticastGroups {

    /** No group is joined. */
    public static final MulticastGroups NONE = new MulticastGroups(TreePMap.empty());

    private final TreePMap<Integer, TreePMap<Ipv4Address, Integer>> users;

    private MulticastGroups(TreePMap<Integer, TreePMap<Ipv4Address, Integer>> users) {
        this.users = users;
    }

    /** Whether a device has joined a group. */
    public boolean joined(int device, Ipv4Address group) {
        return users(device, group) > 0;
    }

    /** How often a device has joined a group. */
    public int users(int device, Ipv4Address group) {
        TreePMap<Ipv4Address, Integer> groups = of(device);
        return groups.containsKey(group) ? groups.get(group) : 0;
    }

    /** The groups of a device, ascending. */
    public List<Ipv4Address> groups(int device) {
        return List.copyOf(of(device).keySet());
    }

    /** With a group joined once more ({@code ip_mc_inc_group}). */
    public MulticastGroups joining(int device, Ipv4Address group) {
        return new MulticastGroups(users.plus(device, of(device).plus(group, users(device, group) + 1)));
    }

    /** With a group left once ({@code ip_mc_dec_group}). */
    public MulticastGroups leaving(int device, Ipv4Address group) {
        int left = users(device, group) - 1;
        TreePMap<Ipv4Address, Integer> groups = of(device);
        return new MulticastGroups(users.plus(device, left > 0 ? groups.plus(group, left) : groups.minus(group)));
    }

    /** Without a device. */
    public MulticastGroups without(int device) {
        return users.containsKey(device) ? new MulticastGroups(users.minus(device)) : this;
    }

    private TreePMap<Ipv4Address, Integer> of(int device) {
        return users.containsKey(device) ? users.get(device) : TreePMap.empty();
    }
}
