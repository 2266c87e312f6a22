package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/**
 * What a device has still to tell multicast routers of its groups ({@code struct in_device}, {@code struct ip_mc_list}).
 *
 * @param rounds how many more reports of changes are due ({@code mr_ifc_count})
 * @param due when the next is, {@link #IDLE} if none is
 * @param changes the groups that were joined or left, the last first
 * @param members what version 2 keeps of each group
 * @param robustness how often version 3 tells a change, as it was set when the device was set up ({@code mr_qrv}); 0 if it
 *     was not yet
 */
public record IgmpState(int rounds, SimTime due, List<Change> changes, List<Member> members, int robustness) {

    /** No timer runs. */
    public static final SimTime IDLE = new SimTime(-1);

    /** Nothing to tell. */
    public static final IgmpState SILENT = new IgmpState(0, IDLE, List.of(), List.of(), 0);

    /** Copies the lists. */
    public IgmpState {
        changes = List.copyOf(changes);
        members = List.copyOf(members);
    }

    /**
     * A group that was joined or left.
     *
     * @param left whether it was left
     * @param times how often it is still told
     */
    public record Change(Ipv4Address group, boolean left, int times) {}

    /**
     * A group in version 2.
     *
     * @param due when it is reported, {@link #IDLE} if it is not
     * @param times how many of the unsolicited reports are left
     * @param reporter whether this host was the last to report it
     */
    public record Member(Ipv4Address group, SimTime due, int times, boolean reporter) {}

    /** With reports of changes due. */
    public IgmpState due(int more, SimTime at) {
        return new IgmpState(more, at, changes, members, robustness);
    }

    /** With a change to tell so many times; it takes the place of an earlier one of the same group. */
    public IgmpState telling(Ipv4Address group, boolean left, int times) {
        List<Change> now = new ArrayList<>();
        now.add(new Change(group, left, times));
        changes.stream().filter(change -> !change.group().equals(group)).forEach(now::add);
        return new IgmpState(rounds, due, now, members, robustness);
    }

    /** After all changes were told once. */
    public IgmpState told() {
        List<Change> now = changes.stream()
                .filter(change -> change.times() > 1)
                .map(change -> new Change(change.group(), change.left(), change.times() - 1))
                .toList();
        return new IgmpState(rounds, due, now, members, robustness);
    }

    /** What version 2 keeps of a group, if there is something. */
    public Optional<Member> member(Ipv4Address group) {
        return members.stream().filter(member -> member.group().equals(group)).findFirst();
    }

    /** With a group of version 2 changed. */
    public IgmpState with(Member member) {
        List<Member> now = new ArrayList<>(without(member.group()).members());
        now.add(member);
        return new IgmpState(rounds, due, changes, now, robustness);
    }

    /** Without a group of version 2. */
    public IgmpState without(Ipv4Address group) {
        return new IgmpState(
                rounds,
                due,
                changes,
                members.stream().filter(member -> !member.group().equals(group)).toList(),
                robustness);
    }

    /** With nothing to tell, and a number of times for what will be. */
    public static IgmpState telling(int robustness) {
        return new IgmpState(0, IDLE, List.of(), List.of(), robustness);
    }
}
