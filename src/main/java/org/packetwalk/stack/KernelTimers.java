package org.packetwalk.stack;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Ipv6Header;

/** The timers of the kernel: what happens when one fires ({@code run_timer_softirq}). */
public final class KernelTimers {

    private KernelTimers() {}

    /** When a carrier that came is noticed, in milliseconds ({@code linkwatch_nextevent}). */
    private static final int NEXT_ROUND_MILLIS = 500;

    /** Notices the carrier of a device with the next round. */
    public static void watchLink(Walk walk, org.packetwalk.kernel.HostId host, int device) {
        walk.arm(walk.now().plusMillis(NEXT_ROUND_MILLIS), new Timer.Ipv6Carrier(host, device));
    }

    /** Fires the timers that are due soonest, then takes up what was received through them. */
    public static void fireNext(Walk walk) {
        SimTime due = walk.machine().timers().firstKey().at();
        while (!walk.machine().timers().isEmpty()
                && walk.machine().timers().firstKey().at().equals(due)) {
            fire(walk, walk.machine().timers().firstKey());
        }
        walk.receivePending();
    }

    private static void fire(Walk walk, Machine.TimerKey key) {
        Machine machine = walk.machine();
        Timer timer = machine.timers().get(key);
        walk.machine(machine.withoutTimer(key));
        if (timer instanceof Timer.Neighbor neighbor) {
            NeighborTimer.fire(walk, neighbor.host(), neighbor.key(), key.wanted());
        } else if (timer instanceof Timer.ProxyAnswer proxy) {
            if (walk.machine().find(proxy.host()).isPresent()) {
                if (proxy.request().packet().has(Ipv6Header.class)) {
                    NdiscInput.again(walk, proxy.host(), proxy.request());
                } else {
                    ArpInput.again(walk, proxy.host(), proxy.request());
                }
            }
        } else if (timer instanceof Timer.Reassembly reassembly) {
            boolean ipv6 = reassembly.key().source() instanceof Ipv6Address;
            if (!ipv6) {
                Reassembly.expire(walk, reassembly.host(), reassembly.key());
            } else if (walk.machine().find(reassembly.host()).isPresent()) {
                Ipv6Fragmentation.expire(walk, reassembly.host(), reassembly.key());
            }
        } else if (timer instanceof Timer.LinkWatch watch) {
            LinkWatch.fire(walk, watch.host(), watch.device());
        } else if (timer instanceof Timer.Tcp tcp) {
            TcpTimerHandlers.fire(walk, tcp.host(), tcp.socket(), tcp.kind(), key.wanted());
        } else if (timer instanceof Timer.DuplicateDetection detection) {
            DuplicateDetection.fire(walk, detection);
        } else if (timer instanceof Timer.RouterSolicitation solicitation) {
            RouterSolicitation.fire(walk, solicitation);
        } else if (timer instanceof Timer.Igmp igmp) {
            Igmp.fire(walk, igmp, key.wanted());
        } else if (timer instanceof Timer.Mld mld) {
            Mld.fire(walk, mld);
        } else if (timer instanceof Timer.Ipv6Carrier watch) {
            if (walk.machine().find(watch.host()).isPresent()) {
                new Addrconf(walk, watch.host()).changed(watch.device());
            }
        } else if (timer instanceof Timer.MacvlanBroadcast work) {
            MacvlanDevice.processBroadcast(walk, work);
        } else if (timer instanceof Timer.AddressLifetimes lifetimes) {
            AddressLifetimes.fire(walk, lifetimes.host());
        } else if (timer instanceof Timer.Ipv6Lifetimes lifetimes) {
            Ipv6Lifetimes.fire(walk, lifetimes.host());
        }
    }
}
