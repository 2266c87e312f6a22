package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;

/** The nexthop objects of a namespace, by id. A value. */
public final class NexthopObjects {

    /** No objects. */
    public static final NexthopObjects NONE = new NexthopObjects(TreePMap.empty());

    private final TreePMap<Long, NexthopObject> objects;

    private NexthopObjects(TreePMap<Long, NexthopObject> objects) {
        this.objects = objects;
    }

    /** All objects, by ascending id. */
    public Collection<NexthopObject> all() {
        return objects.values();
    }

    /** The object with an id; nothing if there is none. */
    public Optional<NexthopObject> find(long id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** Adds an object, or puts it in place of an older one ({@code rtm_to_nh_config}, {@code nh_check_attr_group}). */
    ResultOrErrno<NexthopObjects> with(NexthopObject added, boolean replace) {
        if (added instanceof NexthopObject.Group group) {
            String fault = fault(group);
            if (!fault.isEmpty()) {
                return ResultOrErrno.refused(Errno.EINVAL, fault);
            }
        }
        NexthopObject before = objects.get(added.id());
        if (before != null && !replace) {
            return ResultOrErrno.refused(Errno.EEXIST);
        }
        if (before != null && before.getClass() != added.getClass()) {
            return ResultOrErrno.refused(
                    Errno.EINVAL,
                    before instanceof NexthopObject.Group
                            ? "Can not replace a nexthop group with a nexthop."
                            : "Can not replace a nexthop with a nexthop group.");
        }
        if (isBlackhole(added) && shares(added.id())) {
            return ResultOrErrno.refused(
                    Errno.EINVAL, "Blackhole nexthop can not be a member of a group with more than one path");
        }
        return ResultOrErrno.ok(new NexthopObjects(objects.plus(added.id(), added)));
    }

    /** Whether an object is one of several in a group. */
    private boolean shares(long id) {
        return objects.values().stream()
                .anyMatch(object -> object instanceof NexthopObject.Group group
                        && group.members().size() > 1
                        && group.members().stream().anyMatch(member -> member.id() == id));
    }

    /** What is wrong with a group ({@code nh_check_attr_group}), empty if nothing. */
    private String fault(NexthopObject.Group group) {
        List<Long> seen = new ArrayList<>();
        for (NexthopObject.Member member : group.members()) {
            if (seen.contains(member.id())) {
                return "Nexthop id can not be used twice in a group";
            }
            seen.add(member.id());
        }
        for (NexthopObject.Member member : group.members()) {
            NexthopObject object = objects.get(member.id());
            if (object == null) {
                return "Invalid nexthop id";
            }
            if (isBlackhole(object) && group.members().size() > 1) {
                return "Blackhole nexthop can not be used in a group with more than 1 path";
            }
            if (object instanceof NexthopObject.Group) {
                return "Hash-threshold group can not be a nexthop within a group";
            }
        }
        return "";
    }

    /** Without one object, which leaves its groups, too; groups without members go ({@code remove_nexthop}). */
    NexthopObjects without(long id) {
        TreePMap<Long, NexthopObject> rest = objects.minus(id);
        for (NexthopObject object : objects.values()) {
            if (object instanceof NexthopObject.Group group && group.id() != id) {
                List<NexthopObject.Member> members = group.members().stream()
                        .filter(member -> member.id() != id)
                        .toList();
                rest = members.isEmpty()
                        ? rest.minus(group.id())
                        : rest.plus(group.id(), new NexthopObject.Group(group.id(), members, group.protocol()));
            }
        }
        return new NexthopObjects(rest);
    }

    /** How a route refers to an object. */
    NexthopReference reference(long id) {
        boolean group = objects.get(id) instanceof NexthopObject.Group;
        return new NexthopReference(id, group, isBlackhole(objects.get(id)));
    }

    /** {@code nexthop_is_blackhole}: one that discards, or a group of it alone. */
    private boolean isBlackhole(@Nullable NexthopObject object) {
        if (object instanceof NexthopObject.Group group && group.members().size() == 1) {
            return isBlackhole(objects.get(group.members().get(0).id()));
        }
        return object instanceof NexthopObject.Single single && single.blackhole();
    }

    /** The ways out of an object, for a group with their bounds; none if there is no such object. */
    List<NextHop> resolve(long id) {
        NexthopObject object = objects.get(id);
        if (object instanceof NexthopObject.Single single) {
            return List.of(single.nexthop());
        }
        List<NextHop> ways = new ArrayList<>();
        if (object instanceof NexthopObject.Group group) {
            for (NexthopObject.Member member : group.members()) {
                if (objects.get(member.id()) instanceof NexthopObject.Single single) {
                    ways.add(single.nexthop().withWeight(member.weight()));
                }
            }
        }
        return Multipath.rebalance(ways, LinkdownPolicy.USE_ALL);
    }
}
