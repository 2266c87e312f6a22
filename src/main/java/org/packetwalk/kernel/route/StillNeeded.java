package org.packetwalk.kernel.route;

import java.util.List;
import java.util.Optional;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** Which routes of an address that goes are still needed by others of the interface: the scan of {@code fib_del_ifaddr}. */
final class StillNeeded {

    private final List<InterfaceAddress> all;
    private final InterfaceAddress leaving;
    private final InterfaceAddress primary;
    private Optional<InterfaceAddress> otherPrimary = Optional.empty();
    private boolean sameSource;
    private boolean local;
    private boolean broadcast;
    private boolean lowest;
    private boolean highest;

    StillNeeded(
            List<InterfaceAddress> all,
            InterfaceAddress leaving,
            InterfaceAddress primary,
            List<InterfaceAddress> promotion) {
        this.all = all;
        this.leaving = leaving;
        this.primary = primary;
        for (InterfaceAddress there : all) {
            boolean ofPromotedSubnet = promotion.stream().anyMatch(there::sharesSubnet);
            if (!there.equals(leaving) && !ofPromotedSubnet && usesSameSource(there)) {
                count(there);
            }
        }
    }

    /** Whether another address has the same preferred source; remembers its primary. */
    private boolean usesSameSource(InterfaceAddress there) {
        if (!there.secondary()) {
            if (!primary.address().equals(there.address())) {
                return false;
            }
            otherPrimary = Optional.of(there);
            sameSource |= !there.equals(primary);
            return true;
        }
        if (there.sharesSubnet(primary)) {
            otherPrimary = Optional.of(primary);
            return true;
        }
        if (!sameSource) {
            return false;
        }
        if (otherPrimary.filter(there::sharesSubnet).isEmpty()) {
            otherPrimary = all.stream().filter(there::sharesSubnet).findFirst();
        }
        return otherPrimary
                .filter(other -> other.address().equals(primary.address()))
                .isPresent();
    }

    private void count(InterfaceAddress there) {
        Ipv4Address top = leaving.subnet().lastAddress();
        Ipv4Address bottom = leaving.subnet().network();
        local |= leaving.address().equals(there.address());
        broadcast |= leaving.broadcast().equals(there.broadcast());
        highest |= top.equals(there.broadcast());
        lowest |= bottom.equals(there.broadcast());
        boolean isPrimary = otherPrimary.filter(there::equals).isPresent();
        Ipv4Prefix subnet = there.subnet();
        if (isPrimary && there.prefixLength() < 31 && !subnet.network().isAny()) {
            broadcast |= isEdge(leaving.broadcast(), subnet);
            highest |= isEdge(top, subnet);
            lowest |= isEdge(bottom, subnet);
        }
    }

    private static boolean isEdge(Ipv4Address address, Ipv4Prefix subnet) {
        return address.equals(subnet.lastAddress()) || address.equals(subnet.network());
    }

    boolean local() {
        return local;
    }

    boolean broadcast() {
        return broadcast;
    }

    boolean lowest() {
        return lowest;
    }

    boolean highest() {
        return highest;
    }
}
