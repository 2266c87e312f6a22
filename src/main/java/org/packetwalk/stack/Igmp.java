package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.IgmpState;
import org.packetwalk.kernel.device.MulticastGroups;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.Checksum;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Tells multicast routers which groups a device listens to ({@code net/ipv4/igmp.c}, RFC 3376, 2236, 1112). */
public final class Igmp {

    private static final Ipv4Address ALL_ROUTERS = Ipv4Address.of(224, 0, 0, 2);
    private static final Ipv4Address ALL_IGMPV3_ROUTERS = Ipv4Address.of(224, 0, 0, 22);

    private static final int REPORT_V1 = 0x12;
    private static final int REPORT_V2 = 0x16;
    private static final int LEAVE = 0x17;
    private static final int REPORT_V3 = 0x22;
    private static final int CHANGE_TO_INCLUDE = 3;
    private static final int CHANGE_TO_EXCLUDE = 4;

    /** The option that makes routers look at a packet that is not for them (RFC 2113). */
    private static final ByteString ROUTER_ALERT = ByteString.parseHex("94040000");

    /** {@code IPTOS_PREC_INTERNETCONTROL}. */
    private static final int CONTROL_TOS = 0xc0;

    /** Jiffies, each a millisecond, that a timer is set later than asked for. */
    private static final int TIMER_SLACK_MILLIS = 2;

    /** Bytes kept free for the link header ({@code LL_RESERVED_SPACE}). */
    private static final int LINK_ROOM = 16;

    /** The size of {@code struct skb_shared_info} in bytes. */
    private static final int SHARED_INFO = 320;

    private Igmp() {}

    // -- groups ----------------------------------------------------------------------------

    /** {@code ip_mc_inc_group}. */
    public static void join(Walk walk, HostId host, int device, Ipv4Address group) {
        NetNamespace ns = walk.host(host);
        boolean fresh = !ns.groups().joined(device, group);
        walk.update(ns.withGroups(ns.groups().joining(device, group)));
        if (fresh && walk.device(host, device).up()) {
            added(walk, host, device, group);
        }
    }

    /** {@code ip_mc_dec_group}. */
    public static void leave(Walk walk, HostId host, int device, Ipv4Address group) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withGroups(ns.groups().leaving(device, group)));
        boolean last =
                ns.groups().joined(device, group) && !walk.host(host).groups().joined(device, group);
        if (last && walk.device(host, device).up()) {
            dropped(walk, host, device, group);
        }
    }

    /** {@code ip_mc_up}: what was joined is told again. */
    public static void up(Walk walk, HostId host, int device) {
        put(walk, host, device, IgmpState.telling(robustness(walk, host)));
        for (MulticastGroups.Membership membership : walk.host(host).groups().of(device)) {
            added(walk, host, device, membership.group());
        }
    }

    /** {@code ip_mc_down}: what waits is told no more. */
    public static void down(Walk walk, HostId host, int device) {
        NetNamespace ns = walk.host(host);
        IgmpState silent = IgmpState.telling(ns.groups().igmp(device).robustness());
        walk.update(ns.withGroups(ns.groups().with(device, silent)));
    }

    /** {@code igmp_group_added}. */
    private static void added(Walk walk, HostId host, int device, Ipv4Address group) {
        if (isQuiet(walk, host, group)) {
            return;
        }
        if (version(walk.host(host), device) < 3) {
            startTimer(
                    walk, host, device, new IgmpState.Member(group, IgmpState.IDLE, robustness(walk, host), false), 1);
        } else {
            changed(walk, host, device, group, false);
        }
    }

    /** {@code igmp_group_dropped}. */
    private static void dropped(Walk walk, HostId host, int device, Ipv4Address group) {
        if (isQuiet(walk, host, group)) {
            return;
        }
        int version = version(walk.host(host), device);
        boolean reporter = state(walk, host, device)
                .member(group)
                .filter(IgmpState.Member::reporter)
                .isPresent();
        put(walk, host, device, state(walk, host, device).without(group));
        if (version == 3) {
            changed(walk, host, device, group, true);
        } else if (version == 2 && reporter) {
            send(walk, host, device, LEAVE, group);
        }
    }

    /** {@code igmp_ifc_event}: a change is told at once and once more, the later by chance. */
    private static void changed(Walk walk, HostId host, int device, Ipv4Address group, boolean left) {
        IgmpState before = state(walk, host, device);
        int times = before.robustness() > 0 ? before.robustness() : robustness(walk, host);
        IgmpState told = before.telling(group, left, times);
        armChanges(walk, host, device, told, times, 1);
    }

    private static boolean isQuiet(Walk walk, HostId host, Ipv4Address group) {
        return group.isLocalMulticast()
                && walk.host(host).sysctls().number("net.ipv4.igmp_link_local_mcast_reports") == 0;
    }

    /** The version a device speaks: 3 unless it is told otherwise. */
    public static int version(NetNamespace ns, int device) {
        int all = ns.sysctls().conf(SysctlTable.ALL, Ipv4Conf.FORCE_IGMP_VERSION);
        int own = ns.sysctls().conf(device, Ipv4Conf.FORCE_IGMP_VERSION);
        return all == 1 || own == 1 ? 1 : all == 2 || own == 2 ? 2 : 3;
    }

    private static int robustness(Walk walk, HostId host) {
        return walk.host(host).sysctls().number("net.ipv4.igmp_qrv");
    }

    private static IgmpState state(Walk walk, HostId host, int device) {
        return walk.host(host).groups().igmp(device);
    }

    private static void put(Walk walk, HostId host, int device, IgmpState state) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withGroups(ns.groups().with(device, state)));
    }

    // -- timers ----------------------------------------------------------------------------

    private static void armChanges(Walk walk, HostId host, int device, IgmpState state, int rounds, int within) {
        SimTime at = walk.now().plusMillis(walk.random(Math.max(1, within)) + TIMER_SLACK_MILLIS);
        put(walk, host, device, state.due(rounds, at));
        walk.arm(at, new Timer.Igmp(host, device, Ipv4Address.ANY));
    }

    private static void startTimer(Walk walk, HostId host, int device, IgmpState.Member member, int within) {
        SimTime at = walk.now().plusMillis(walk.random(Math.max(1, within)) + TIMER_SLACK_MILLIS);
        IgmpState.Member armed = new IgmpState.Member(member.group(), at, member.times(), member.reporter());
        put(walk, host, device, state(walk, host, device).with(armed));
        walk.arm(at, new Timer.Igmp(host, device, member.group()));
    }

    static void fire(Walk walk, Timer.Igmp timer, SimTime wanted) {
        HostId host = timer.host();
        Optional<NetDevice> device = walk.machine().find(host).flatMap(ns -> ns.device(timer.device()));
        if (device.isEmpty()) {
            return;
        }
        IgmpState state = state(walk, host, timer.device());
        if (timer.group().isAny()) {
            if (state.due().equals(wanted)) {
                walk.run(KernelFunction.IGMP_IFC_TIMER_EXPIRE, () -> tellChanges(walk, host, timer.device()));
            }
        } else {
            state.member(timer.group())
                    .filter(member -> member.due().equals(wanted))
                    .ifPresent(member -> walk.run(
                            KernelFunction.IGMP_TIMER_EXPIRE, () -> tellGroup(walk, host, timer.device(), member)));
        }
    }

    /** {@code igmp_ifc_timer_expire}. */
    private static void tellChanges(Walk walk, HostId host, int device) {
        IgmpState state = state(walk, host, device);
        put(walk, host, device, state.told());
        if (!state.changes().isEmpty()) {
            report(walk, host, device, state.changes());
        }
        if (state.rounds() > 0) {
            int within = walk.host(host).sysctls().conf(device, Ipv4Conf.IGMPV3_UNSOLICITED_REPORT_INTERVAL);
            armChanges(walk, host, device, state.told(), state.rounds() - 1, within);
        } else {
            put(walk, host, device, state.told().due(0, IgmpState.IDLE));
        }
    }

    /** {@code igmp_timer_expire}: version 2 tells of each group by itself. */
    private static void tellGroup(Walk walk, HostId host, int device, IgmpState.Member member) {
        int left = Math.max(0, member.times() - 1);
        IgmpState.Member reporter = new IgmpState.Member(member.group(), IgmpState.IDLE, left, true);
        put(walk, host, device, state(walk, host, device).with(reporter));
        if (left > 0) {
            int within = walk.host(host).sysctls().conf(device, Ipv4Conf.IGMPV2_UNSOLICITED_REPORT_INTERVAL);
            startTimer(walk, host, device, reporter, within);
        }
        boolean old = version(walk.host(host), device) == 1;
        send(walk, host, device, old ? REPORT_V1 : REPORT_V2, member.group());
    }

    // -- packets ---------------------------------------------------------------------------

    /** {@code igmpv3_send_cr}: groups that were left come first. */
    private static void report(Walk walk, HostId host, int device, List<IgmpState.Change> changes) {
        List<IgmpState.Change> ordered = new ArrayList<>();
        changes.stream().filter(IgmpState.Change::left).forEach(ordered::add);
        changes.stream().filter(change -> !change.left()).forEach(ordered::add);
        byte[] bytes = new byte[8 + 8 * ordered.size()];
        bytes[0] = REPORT_V3;
        bytes[6] = (byte) (ordered.size() >> 8);
        bytes[7] = (byte) ordered.size();
        for (int i = 0; i < ordered.size(); i++) {
            IgmpState.Change change = ordered.get(i);
            bytes[8 + 8 * i] = (byte) (change.left() ? CHANGE_TO_INCLUDE : CHANGE_TO_EXCLUDE);
            address(bytes, 12 + 8 * i, change.group());
        }
        transmit(walk, host, device, ALL_IGMPV3_ROUTERS, bytes, reservedTail(walk.device(host, device)));
    }

    /** {@code igmp_send_report}. */
    private static void send(Walk walk, HostId host, int device, int type, Ipv4Address group) {
        byte[] bytes = new byte[8];
        bytes[0] = (byte) type;
        address(bytes, 4, group);
        walk.run(
                KernelFunction.IGMP_SEND_REPORT,
                () -> transmit(walk, host, device, type == LEAVE ? ALL_ROUTERS : group, bytes, 0));
    }

    private static void transmit(
            Walk walk, HostId host, int device, Ipv4Address destination, byte[] message, int mark) {
        int checksum = Checksum.of(ByteString.of(message));
        message[2] = (byte) (checksum >> 8);
        message[3] = (byte) checksum;
        FlowKey flow =
                FlowKey.output(destination).withOutputInterface(device).withTransport(IpProtocol.IGMP.number(), 0, 0);
        SkBuff begun = walk.newBuffer(Packet.of(ByteString.of(message)));
        OutputRoute.Answer route = OutputRoute.flow(walk, host, begun, flow);
        if (route.refused()) {
            Drop.unsent(walk, host, begun);
            return;
        }
        Ipv4Header header = Ipv4Header.of(IpProtocol.IGMP, route.entry().source(), destination)
                .withTos(CONTROL_TOS)
                .withTtl(1)
                .withDontFragment(true)
                .withOptions(ROUTER_ALERT);
        IpOutput.local(
                walk,
                host,
                begun.withPacket(begun.packet().push(header).withLengths())
                        .routed(route.entry())
                        .marked(mark));
    }

    /**
     * {@code skb_tailroom_reserve}: what a report may not use of its buffer. It lies where the mark lies, and so it is seen
     * as one.
     */
    private static int reservedTail(NetDevice device) {
        int needed = (device.mtu() + LINK_ROOM + 63) / 64 * 64 + SHARED_INFO;
        int allocated = Integer.highestOneBit(needed - 1) << 1;
        return allocated - SHARED_INFO - LINK_ROOM - device.mtu();
    }

    private static void address(byte[] bytes, int at, Ipv4Address address) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (address.bits() >>> 24 - 8 * i);
        }
    }

    /** {@code igmp_rcv}: who hears another's report of a group need not report it. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        ByteString message = PacketCodec.transport(skb.packet());
        int device = skb.device();
        boolean sound = message.size() >= 8 && Checksum.of(message) == 0;
        boolean heard = sound
                && (message.u8(0) == REPORT_V1 || message.u8(0) == REPORT_V2)
                && skb.type() == PacketType.MULTICAST;
        if (heard) {
            Ipv4Address group = new Ipv4Address(message.u32(4));
            IgmpState state = state(walk, host, device);
            if (state.member(group).isPresent()) {
                put(walk, host, device, state.with(new IgmpState.Member(group, IgmpState.IDLE, 0, false)));
            }
        }
        walk.run(KernelFunction.IGMP_RCV, () -> {
            if (heard) {
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            } else {
                Drop.packet(
                        walk, host, skb, DropReason.NOT_SPECIFIED, KernelFunction.IGMP_RCV, Stage.TRANSPORT_RECEIVE);
            }
        });
    }
}
