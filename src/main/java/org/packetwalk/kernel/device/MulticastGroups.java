package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.List;

import org.pcollections.TreePMap;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;

/**
 * The IPv4 multicast groups that devices have joined ({@code in_dev->mc_list}). A value. 224.0.0.1, which every device with
 * IPv4 that is up has joined, is not listed.
 */
public final class MulticastGroups {

    /** No group is joined. */
    public static final MulticastGroups NONE =
            new MulticastGroups(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    private final TreePMap<Integer, List<Membership>> memberships;
    private final TreePMap<Integer, IgmpState> igmp;
    private final TreePMap<Integer, List<Hardware>> hardware;

    private MulticastGroups(
            TreePMap<Integer, List<Membership>> memberships,
            TreePMap<Integer, IgmpState> igmp,
            TreePMap<Integer, List<Hardware>> hardware) {
        this.memberships = memberships;
        this.igmp = igmp;
        this.hardware = hardware;
    }

    /** What a device has still to tell of its groups. */
    public IgmpState igmp(int device) {
        return igmp.getOrDefault(device, IgmpState.SILENT);
    }

    /** With something else to tell. */
    public MulticastGroups with(int device, IgmpState state) {
        return new MulticastGroups(memberships, igmp.plus(device, state), hardware);
    }

    /**
     * A hardware address that a device listens to.
     *
     * @param uses how many groups and requests want it
     * @param fixed whether it was asked for by itself ({@code dev_mc_add_global})
     */
    public record Hardware(MacAddress address, int uses, boolean fixed) {}

    /** The hardware addresses that a device listens to for its groups and because it was told so, oldest first. */
    public List<Hardware> hardware(int device) {
        return hardware.getOrDefault(device, List.of());
    }

    /** Listening to a hardware address that was asked for by itself. */
    public MulticastGroups fixing(int device, MacAddress address) {
        return isFixed(device, address) ? this : new MulticastGroups(memberships, igmp, used(device, address, 1, true));
    }

    /** Without such an address, which has to be there. */
    public MulticastGroups releasing(int device, MacAddress address) {
        return new MulticastGroups(memberships, igmp, used(device, address, -1, false));
    }

    private TreePMap<Integer, List<Hardware>> used(int device, MacAddress address, int difference, boolean fixed) {
        List<Hardware> now = new ArrayList<>();
        boolean found = false;
        for (Hardware one : hardware(device)) {
            boolean same = one.address().equals(address);
            found |= same;
            int uses = one.uses() + (same ? difference : 0);
            if (uses > 0) {
                now.add(same ? new Hardware(address, uses, fixed) : one);
            }
        }
        if (!found && difference > 0) {
            now.add(new Hardware(address, 1, fixed));
        }
        return hardware.plus(device, List.copyOf(now));
    }

    private boolean isFixed(int device, MacAddress address) {
        return hardware(device).stream().anyMatch(one -> one.address().equals(address) && one.fixed());
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
        return new MulticastGroups(memberships.minus(device), igmp.minus(device), hardware.minus(device));
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
        boolean first = !joined(device, group);
        boolean last = now.size() < of(device).size();
        MacAddress address = MacAddress.multicastFor(group);
        return new MulticastGroups(
                memberships.plus(device, List.copyOf(now)),
                igmp,
                first || last ? used(device, address, first ? 1 : -1, isFixed(device, address)) : hardware);
    }
}
