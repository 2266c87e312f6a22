package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.ChainOutcome;
import org.packetwalk.kernel.netfilter.ChainWalk;
import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.kernel.netfilter.ConnectionStatus;
import org.packetwalk.kernel.netfilter.Conntrack;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.NatBinding;
import org.packetwalk.kernel.netfilter.NatDecision;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.NatRange;
import org.packetwalk.kernel.netfilter.NatTarget;
import org.packetwalk.kernel.netfilter.PacketTranslation;
import org.packetwalk.kernel.netfilter.TableName;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.KernelFunction;

/** Address translation at a hook: settles it with the first packet of a connection, then applies it ({@code nf_nat_inet_fn}). */
final class Translation {

    private Translation() {}

    /** The function of the nat table at a hook. */
    static Hooks.Verdict translate(Hooks.Place place, SkBuff skb) {
        KernelFunction entry = entry(place);
        Optional<Connection> found = connection(place, skb);
        if (found.isEmpty()) {
            return Hooks.Verdict.accept(skb);
        }
        return place.walk().call(entry, () -> {
            Hooks.Verdict verdict = inside(place, skb, found.get());
            if (!verdict.passed()) {
                return verdict;
            }
            SkBuff after = verdict.skb();
            boolean moved = !Facts.destination(place.network(after)).equals(Facts.destination(place.network(skb)));
            if (place.hook() == Hook.PREROUTING && moved) {
                return Hooks.Verdict.accept(after.unrouted());
            }
            return place.hook() == Hook.OUTPUT && leadsElsewhere(place, after)
                    ? Rerouting.again(place, after)
                    : verdict;
        });
    }

    private static KernelFunction entry(Hooks.Place place) {
        boolean six = place.six();
        return switch (place.hook()) {
            case PREROUTING -> six ? KernelFunction.NF_NAT_IPV6_IN : KernelFunction.NF_NAT_IPV4_PRE_ROUTING;
            case OUTPUT -> six ? KernelFunction.NF_NAT_IPV6_LOCAL_FN : KernelFunction.NF_NAT_IPV4_LOCAL_FN;
            case INPUT -> six ? KernelFunction.NF_NAT_IPV6_FN : KernelFunction.NF_NAT_IPV4_LOCAL_IN;
            case POSTROUTING, FORWARD -> six ? KernelFunction.NF_NAT_IPV6_OUT : KernelFunction.NF_NAT_IPV4_OUT;
        };
    }

    private static Optional<Connection> connection(Hooks.Place place, SkBuff skb) {
        return skb.tracking().info().isTracked()
                ? place.walk()
                        .host(place.host())
                        .netfilter()
                        .conntrack()
                        .get(skb.tracking().connection())
                : Optional.empty();
    }

    /** Whether the destination of this direction is not where the answers come from. */
    private static boolean leadsElsewhere(Hooks.Place place, SkBuff skb) {
        boolean reply = skb.tracking().info().isReply();
        return connection(place, skb)
                .filter(found -> !found.tuple(reply)
                        .destination()
                        .equals(found.tuple(!reply).source()))
                .isPresent();
    }

    private static Hooks.Verdict inside(Hooks.Place place, SkBuff skb, Connection connection) {
        NatManip manip = NatManip.at(place.hook());
        ConnectionInfo info = skb.tracking().info();
        Packet packet = place.network(skb);
        boolean related = info == ConnectionInfo.RELATED || info == ConnectionInfo.RELATED_REPLY;
        if (related && (packet.has(IcmpMessage.class) || packet.has(Icmpv6Message.class))) {
            return error(place, skb, connection, manip);
        }
        boolean first = (related || info == ConnectionInfo.NEW) && !connection.settled(manip);
        Hooks.Verdict asked = first ? settle(place, skb, connection, manip) : Hooks.Verdict.accept(skb);
        if (!asked.passed()) {
            return asked;
        }
        SkBuff marked = asked.skb();
        Connection settled = first ? connection(place, marked).orElseThrow() : connection;
        if (otherDevice(place, settled, info)) {
            ConnectionTracking.put(place, table(place).without(settled.number()));
            return Hooks.Verdict.drop(marked, Errno.EPERM);
        }
        boolean reply = info.isReply();
        if (!settled.translates(manip, reply)) {
            return asked;
        }
        Tuple target = settled.tuple(!reply).inverted();
        return Hooks.Verdict.accept(
                changed(place, marked, packet, PacketTranslation.apply(packet, target, manip), manip));
    }

    private static Conntrack table(Hooks.Place place) {
        return place.walk().host(place.host()).netfilter().conntrack();
    }

    /** {@code nf_nat_oif_changed}: a borrowed address is of no use on another device. */
    private static boolean otherDevice(Hooks.Place place, Connection connection, ConnectionInfo info) {
        return place.hook() == Hook.POSTROUTING
                && !info.isReply()
                && connection.masquerade() != 0
                && !place.walk()
                        .host(place.host())
                        .devices()
                        .nameOf(connection.masquerade())
                        .equals(place.output());
    }

    private static SkBuff changed(Hooks.Place place, SkBuff skb, Packet before, Packet after, NatManip manip) {
        Packet whole = skb.isFrame() ? after.push(skb.packet().ethernet()) : after;
        SkBuff now = skb.withPacket(whole);
        if (!after.equals(before)) {
            place.walk()
                    .emit(new FilterEvent.Translated(
                            place.walk().head(place.host(), now),
                            place.hook(),
                            manip,
                            Facts.tuple(before),
                            Facts.tuple(after)));
        }
        return now;
    }

    /** {@code nf_nat_icmp_reply_translation}: inside as the packet it is about was seen there, outside like other answers. */
    private static Hooks.Verdict error(Hooks.Place place, SkBuff skb, Connection connection, NatManip manip) {
        Packet packet = place.network(skb);
        boolean settled = connection.settled(NatManip.SOURCE) && connection.settled(NatManip.DESTINATION);
        boolean redirect = place.six()
                ? packet.icmpv6().type() == Icmpv6Message.REDIRECT
                : packet.icmp().type() == IcmpMessage.REDIRECT;
        if (redirect && (!settled || connection.isTranslated())) {
            return Hooks.Verdict.drop(skb, Errno.EPERM);
        }
        boolean reply = skb.tracking().info().isReply();
        if (!connection.translates(manip, reply)) {
            return Hooks.Verdict.accept(skb);
        }
        Tuple other = connection.tuple(!reply);
        NatManip opposite = manip == NatManip.SOURCE ? NatManip.DESTINATION : NatManip.SOURCE;
        Packet quoted = PacketTranslation.applyToQuote(packet, other, opposite);
        Packet outside = PacketTranslation.apply(quoted, other.inverted(), manip);
        return Hooks.Verdict.accept(changed(place, skb, packet, outside, manip));
    }

    /** Asks the chain once for each end of a connection; without a deciding rule nothing changes, for good. */
    private static Hooks.Verdict settle(Hooks.Place place, SkBuff skb, Connection connection, NatManip manip) {
        ChainWalk.Result result = place.walk()
                .call(
                        KernelFunction.NF_NAT_INET_FN,
                        () -> place.walk()
                                .call(
                                        KernelFunction.NFT_NAT_DO_CHAIN,
                                        () -> place.walk()
                                                .call(
                                                        KernelFunction.NFT_DO_CHAIN,
                                                        () -> HookChains.run(place, skb, TableName.NAT))));
        SkBuff marked = skb.marked(result.mark());
        if (!result.decision().outcome().passes()) {
            Drop.packet(
                    place.walk(),
                    place.host(),
                    marked,
                    DropReason.NETFILTER_DROP,
                    KernelFunction.NFT_DO_CHAIN,
                    place.stage());
            return Hooks.Verdict.ended(marked, Errno.EPERM);
        }
        if (result.decision().outcome() instanceof ChainOutcome.Bound bound) {
            NatTarget target = (NatTarget) result.binding();
            Optional<Ranges.Choice> range = Ranges.of(place, marked, target);
            if (range.isEmpty()) {
                return Hooks.Verdict.drop(marked, Errno.EPERM);
            }
            bind(place, marked, connection, manip, range.get(), bound.target());
        } else {
            bind(place, marked, connection, manip, Ranges.Choice.NOTHING, "");
        }
        return Hooks.Verdict.accept(marked);
    }

    /** {@code nf_nat_setup_info}. */
    private static void bind(
            Hooks.Place place, SkBuff skb, Connection connection, NatManip manip, Ranges.Choice choice, String target) {
        Walk walk = place.walk();
        HostId host = place.host();
        Conntrack table = table(place);
        Connection current = table.get(connection.number()).orElseThrow();
        NatRange range = choice == Ranges.Choice.NOTHING ? asItIs(current, manip) : choice.range();
        NatDecision decision =
                NatBinding.decide(table, current, manip, range, choice.ports(), target, walk.now(), walk::random);
        Connection bound =
                current.with(manip == NatManip.SOURCE ? ConnectionStatus.SRC_NAT_DONE : ConnectionStatus.DST_NAT_DONE);
        if (decision.changes()) {
            bound = bound.answeredBy(decision.outcome().inverted())
                    .with(manip == NatManip.SOURCE ? ConnectionStatus.SRC_NAT : ConnectionStatus.DST_NAT);
        }
        if (choice.borrowed() != 0) {
            bound = bound.masqueradedBy(choice.borrowed());
        }
        ConnectionTracking.put(place, table.with(bound));
        walk.emit(new FilterEvent.Bound(walk.head(host, skb), place.hook(), decision));
    }

    /** {@code nf_nat_alloc_null_binding}: the address stays; a port may have to give way. */
    private static NatRange asItIs(Connection connection, NatManip manip) {
        return NatRange.to(
                manip == NatManip.SOURCE
                        ? connection.reply().destination()
                        : connection.reply().source(),
                org.packetwalk.kernel.netfilter.PortRange.ALL);
    }
}
