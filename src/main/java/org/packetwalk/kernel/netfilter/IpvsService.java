package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.net.Ipv4Address;

/**
 * A virtual service ({@code struct ip_vs_service}).
 *
 * @param protocol 6 for TCP, 17 for UDP
 * @param destinations the real servers, the newest first
 * @param last which of them the scheduler chose last, -1 if none ({@code sched_data})
 * @param currentWeight the weight a round of {@link IpvsScheduler#WRR} is at, 0 before the first one
 */
public record IpvsService(
        int protocol,
        Ipv4Address address,
        int port,
        IpvsScheduler scheduler,
        List<IpvsDestination> destinations,
        int last,
        int currentWeight) {

    /** Copies the list. */
    public IpvsService {
        destinations = List.copyOf(destinations);
    }

    /** A service without real servers. */
    public static IpvsService of(int protocol, Ipv4Address address, int port, IpvsScheduler scheduler) {
        return new IpvsService(protocol, address, port, scheduler, List.of(), -1, 0);
    }

    /** Whether it is the service of these. */
    public boolean is(int otherProtocol, Ipv4Address other, int otherPort) {
        return protocol == otherProtocol && address.equals(other) && port == otherPort;
    }

    /** Choosing in another way, from the beginning. */
    public IpvsService by(IpvsScheduler now) {
        return new IpvsService(protocol, address, port, now, destinations, -1, 0);
    }

    /** The real server of an address and port. */
    public Optional<IpvsDestination> find(Ipv4Address server, int serverPort) {
        return destinations.stream().filter(one -> one.is(server, serverPort)).findFirst();
    }

    /** With a real server added in front or changed in its place. */
    public IpvsService with(IpvsDestination destination) {
        List<IpvsDestination> now = new ArrayList<>(destinations);
        int at = -1;
        for (int i = 0; i < now.size(); i++) {
            at = now.get(i).is(destination.address(), destination.port()) ? i : at;
        }
        if (at >= 0) {
            now.set(at, destination);
            return changed(now, last);
        }
        now.add(0, destination);
        return changed(now, last < 0 ? -1 : last + 1);
    }

    /** Without a real server; the one before it counts as chosen last if it was that ({@code ip_vs_rr_del_dest}). */
    public IpvsService without(IpvsDestination destination) {
        List<IpvsDestination> now = new ArrayList<>(destinations);
        int at = now.indexOf(destination);
        now.remove(at);
        return changed(now, last >= at ? last - 1 : last);
    }

    /** {@code ip_vs_wrr_dest_changed}. */
    private IpvsService changed(List<IpvsDestination> now, int chosen) {
        IpvsRound round = IpvsRound.of(now);
        int weight = currentWeight;
        if (weight > round.most() || weight == 0) {
            weight = round.most();
        } else if (round.step() > 1) {
            weight = weight / round.step() * round.step() + 1;
        }
        return new IpvsService(protocol, address, port, scheduler, now, chosen, weight);
    }

    /** After a choice. */
    IpvsService chose(int place, int weight) {
        return new IpvsService(protocol, address, port, scheduler, destinations, place, weight);
    }

    /** Address and port as {@code ipvsadm -n} writes them. */
    public String text() {
        return address + ":" + port;
    }
}
