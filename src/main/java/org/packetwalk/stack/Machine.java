package org.packetwalk.stack;

import java.util.Optional;

import org.pcollections.AmortizedPQueue;
import org.pcollections.ConsPStack;
import org.pcollections.TreePMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.KernelRelease;
import org.packetwalk.kernel.Seed;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;

/**
 * The machine the lab runs on, as a value: one processor, one kernel, a network namespace for each host.
 *
 * @param now virtual time
 * @param hosts the namespaces by name
 * @param newest the names of the namespaces, the newest first, as their files are listed
 * @param backlog frames received and not yet taken up, of all hosts, oldest first ({@code softnet_data.input_pkt_queue})
 * @param timers timers that will fire, soonest first
 * @param nextPacket the number of the next packet buffer
 * @param nextSocket the number of the next socket
 * @param nextSerial the number of the next timer
 * @param seed the source of what is random
 * @param release the release of Linux whose behaviour holds
 * @param log what the kernel has logged
 */
public record Machine(
        SimTime now,
        TreePMap<HostId, NetNamespace> hosts,
        ConsPStack<HostId> newest,
        AmortizedPQueue<Received> backlog,
        TreePMap<TimerKey, Timer> timers,
        int nextPacket,
        int nextSocket,
        long nextSerial,
        Seed seed,
        KernelRelease release,
        KernelLog log) {

    /** A machine without hosts. */
    public static final Machine EMPTY = new Machine(
            SimTime.ZERO,
            TreePMap.empty(),
            ConsPStack.empty(),
            AmortizedPQueue.empty(),
            TreePMap.empty(),
            1,
            1,
            1,
            Seed.DEFAULT,
            KernelRelease.CURRENT,
            KernelLog.EMPTY);

    /**
     * A frame in the backlog and the host that received it.
     *
     * @param listed whether a tunnel hands it over, in a list ({@code gro_cells_receive})
     */
    public record Received(HostId host, SkBuff skb, boolean listed) {

        /** A frame a driver received. */
        public Received(HostId host, SkBuff skb) {
            this(host, skb, false);
        }
    }

    /**
     * When a timer fires. Those in one slot of the timer wheel fire in the reverse order of arming: the last one armed is
     * the head of the slot's list ({@code enqueue_timer}, {@code expire_timers}). Those that are bound to their processor have
     * a wheel of their own, which goes first ({@code run_timer_softirq}).
     *
     * @param at the moment its slot of the wheel is due
     * @param pinned {@code TIMER_PINNED}: whether it is bound to its processor
     * @param serial in order of arming
     * @param wanted the moment it was armed for
     */
    public record TimerKey(SimTime at, boolean pinned, long serial, SimTime wanted) implements Comparable<TimerKey> {

        @Override
        public int compareTo(TimerKey other) {
            int byTime = at.compareTo(other.at);
            int byWheel = Boolean.compare(other.pinned, pinned);
            return byTime != 0 ? byTime : byWheel != 0 ? byWheel : Long.compare(other.serial, serial);
        }
    }

    /** A host, if there is one of that name. */
    public Optional<NetNamespace> find(HostId host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /**
     * A host.
     *
     * @throws IllegalStateException if there is none of that name
     */
    public NetNamespace host(HostId host) {
        NetNamespace found = hosts.get(host);
        if (found == null) {
            throw new IllegalStateException("no host " + host);
        }
        return found;
    }

    /** With a host added or changed. */
    public Machine with(NetNamespace host) {
        return with(host, now);
    }

    /** With a host added or changed, at another moment. */
    Machine with(NetNamespace host, SimTime time) {
        TreePMap<HostId, NetNamespace> changed = hosts.plus(host.id(), host);
        return new Machine(
                time,
                changed,
                changed.size() == hosts.size() ? newest : newest.plus(host.id()),
                backlog,
                timers,
                nextPacket,
                nextSocket,
                nextSerial,
                seed,
                release,
                log);
    }

    /** Without a host. */
    public Machine without(HostId host) {
        return new Machine(
                now,
                hosts.minus(host),
                newest.minus(host),
                backlog,
                timers,
                nextPacket,
                nextSocket,
                nextSerial,
                seed,
                release,
                log);
    }

    /** At another moment. */
    public Machine at(SimTime time) {
        return new Machine(
                time, hosts, newest, backlog, timers, nextPacket, nextSocket, nextSerial, seed, release, log);
    }

    /** With another backlog. */
    public Machine withBacklog(AmortizedPQueue<Received> frames) {
        return new Machine(now, hosts, newest, frames, timers, nextPacket, nextSocket, nextSerial, seed, release, log);
    }

    /** With a timer armed for a moment; it fires when its slot of the timer wheel is due. */
    public Machine withTimer(SimTime wanted, Timer timer) {
        return new Machine(
                now,
                hosts,
                newest,
                backlog,
                timers.plus(new TimerKey(TimerWheel.due(now, wanted), timer.pinned(), nextSerial, wanted), timer),
                nextPacket,
                nextSocket,
                nextSerial + 1,
                seed,
                release,
                log);
    }

    /** With work for a kernel thread, which takes it up when whoever runs now is done ({@code queue_work}). */
    public Machine withWork(Timer work) {
        return new Machine(
                now,
                hosts,
                newest,
                backlog,
                timers.plus(new TimerKey(now, work.pinned(), nextSerial, now), work),
                nextPacket,
                nextSocket,
                nextSerial + 1,
                seed,
                release,
                log);
    }

    /** Without a timer. */
    public Machine withoutTimer(TimerKey key) {
        return new Machine(
                now, hosts, newest, backlog, timers.minus(key), nextPacket, nextSocket, nextSerial, seed, release, log);
    }

    /** After one packet number was given. */
    public Machine afterPacket() {
        return new Machine(
                now, hosts, newest, backlog, timers, nextPacket + 1, nextSocket, nextSerial, seed, release, log);
    }

    /** After one socket number was given. */
    public Machine afterSocket() {
        return new Machine(
                now, hosts, newest, backlog, timers, nextPacket, nextSocket + 1, nextSerial, seed, release, log);
    }

    /** With the seed after a draw. */
    public Machine withSeed(Seed next) {
        return new Machine(now, hosts, newest, backlog, timers, nextPacket, nextSocket, nextSerial, next, release, log);
    }

    /** The same with hosts of another release of Linux, for those that are made from now on. */
    public Machine of(KernelRelease other) {
        return new Machine(now, hosts, newest, backlog, timers, nextPacket, nextSocket, nextSerial, seed, other, log);
    }

    /** With another log. */
    public Machine withLog(KernelLog other) {
        return new Machine(
                now, hosts, newest, backlog, timers, nextPacket, nextSocket, nextSerial, seed, release, other);
    }
}
