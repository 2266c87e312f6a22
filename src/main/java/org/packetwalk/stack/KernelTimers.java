package org.packetwalk.stack;

import org.packetwalk.kernel.SimTime;

/** The timers of the kernel: what happens when one fires ({@code run_timer_softirq}). */
public final class KernelTimers {

    private KernelTimers() {}

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
                ArpInput.again(walk, proxy.host(), proxy.request());
            }
        } else if (timer instanceof Timer.Reassembly reassembly) {
            Reassembly.expire(walk, reassembly.host(), reassembly.key());
        } else if (timer instanceof Timer.LinkWatch watch) {
            LinkWatch.fire(walk, watch.host(), watch.device());
        } else if (timer instanceof Timer.Tcp tcp) {
            TcpTimerHandlers.fire(walk, tcp.host(), tcp.socket(), tcp.kind(), key.wanted());
        }
    }
}
