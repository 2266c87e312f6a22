package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.MacAddress;

/**
 * What a bridge is set to, its ports and what it has learnt ({@code struct net_bridge}).
 *
 * @param settings what is set
 * @param ports its ports, newest first, as the kernel keeps them
 * @param fdb what it has learnt
 */
public record BridgeState(BridgeSettings settings, List<BridgePort> ports, ForwardingDatabase fdb) {

    private static final long NANOS_PER_HUNDREDTH = 10_000_000;

    /** A new bridge without ports. */
    public static final BridgeState NEW = new BridgeState(BridgeSettings.DEFAULT, List.of(), ForwardingDatabase.EMPTY);

    /** Copies the list. */
    public BridgeState {
        ports = List.copyOf(ports);
    }

    /** The port that is a device, if one is. */
    public Optional<BridgePort> port(int device) {
        return ports.stream().filter(port -> port.device() == device).findFirst();
    }

    /** With other settings. */
    public BridgeState with(BridgeSettings now) {
        return new BridgeState(now, ports, fdb);
    }

    /** With another database. */
    public BridgeState with(ForwardingDatabase now) {
        return new BridgeState(settings, ports, now);
    }

    /** With a changed port. */
    public BridgeState with(BridgePort changed) {
        return new BridgeState(
                settings,
                ports.stream()
                        .map(port -> port.device() == changed.device() ? changed : port)
                        .toList(),
                fdb);
    }

    /** With a new port that takes the first free number ({@code find_portno}). */
    public BridgeState withPort(int device) {
        int number = 1;
        while (taken(number)) {
            number++;
        }
        List<BridgePort> now = new ArrayList<>(List.of(BridgePort.fresh(device, number)));
        now.addAll(ports);
        return new BridgeState(settings, now, fdb);
    }

    private boolean taken(int number) {
        return ports.stream().anyMatch(port -> port.number() == number);
    }

    /** Without a port. */
    public BridgeState withoutPort(int device) {
        return new BridgeState(
                settings, ports.stream().filter(port -> port.device() != device).toList(), fdb);
    }

    // -- the forwarding database -----------------------------------------------------------

    /** What is known of an address now; what is too old was collected by then ({@code br_fdb_cleanup}). */
    public Optional<FdbEntry> find(MacAddress address, SimTime now) {
        return fdb.find(address).filter(entry -> !expired(entry, now));
    }

    /** All entries that are not too old, newest first. */
    public List<FdbEntry> entries(SimTime now) {
        return fdb.all().stream().filter(entry -> !expired(entry, now)).toList();
    }

    private boolean expired(FdbEntry entry, SimTime now) {
        return entry.ages() && now.since(entry.updated()) >= settings.ageingTime() * NANOS_PER_HUNDREDTH;
    }

    // -- the decision ----------------------------------------------------------------------

    /** Where a frame goes: {@code br_handle_frame_finish} and {@code br_dev_xmit}. */
    public FdbDecision decide(FdbQuery query, DeviceTable devices, SimTime now) {
        Optional<FdbEntry> known =
                query.destination().isMulticast() ? Optional.empty() : find(query.destination(), now);
        if (known.isEmpty()) {
            return flood(query, devices);
        }
        FdbEntry entry = known.get();
        Optional<BridgePort> port = port(entry.port());
        if (entry.local() && query.ingress() != 0) {
            return new FdbDecision(query, List.of(), FdbOutcome.LOCAL);
        }
        if (port.isEmpty()) {
            return new FdbDecision(query, List.of(), FdbOutcome.KNOWN_PORT_REFUSED);
        }
        PortVisit visit = visit(port.get(), eligible(port.get(), query), devices);
        return new FdbDecision(
                query,
                List.of(visit),
                visit.fate() == PortVisit.Fate.CHOSEN ? FdbOutcome.KNOWN_PORT : FdbOutcome.KNOWN_PORT_REFUSED);
    }

    /** {@code br_flood}. */
    private FdbDecision flood(FdbQuery query, DeviceTable devices) {
        List<PortVisit> visits = new ArrayList<>();
        boolean somewhere = false;
        for (BridgePort port : ports) {
            PortVisit.Fate fate = floods(port, query) ? eligible(port, query) : PortVisit.Fate.FLOODING_OFF;
            if (fate == PortVisit.Fate.CHOSEN && port.has(PortFlag.PROXY_ARP)) {
                fate = PortVisit.Fate.PROXY_ARP;
            }
            somewhere |= fate == PortVisit.Fate.CHOSEN;
            visits.add(visit(port, fate, devices));
        }
        return new FdbDecision(query, visits, somewhere ? FdbOutcome.FLOOD : FdbOutcome.FLOOD_NOWHERE);
    }

    private static boolean floods(BridgePort port, FdbQuery query) {
        if (!query.destination().isMulticast()) {
            return port.has(PortFlag.FLOOD);
        }
        PortFlag flag = query.destination().isBroadcast() ? PortFlag.BROADCAST_FLOOD : PortFlag.MULTICAST_FLOOD;
        return query.ingress() == 0 || port.has(flag);
    }

    /** {@code should_deliver}. */
    private PortVisit.Fate eligible(BridgePort port, FdbQuery query) {
        if (port.device() == query.ingress() && !port.has(PortFlag.HAIRPIN)) {
            return PortVisit.Fate.INGRESS;
        }
        if (!port.forwarding()) {
            return PortVisit.Fate.NOT_FORWARDING;
        }
        boolean fromIsolated = port(query.ingress())
                .filter(ingress -> ingress.has(PortFlag.ISOLATED))
                .isPresent();
        return fromIsolated && port.has(PortFlag.ISOLATED) ? PortVisit.Fate.ISOLATED : PortVisit.Fate.CHOSEN;
    }

    private static PortVisit visit(BridgePort port, PortVisit.Fate fate, DeviceTable devices) {
        return new PortVisit(port.device(), devices.nameOf(port.device()), fate);
    }
}
