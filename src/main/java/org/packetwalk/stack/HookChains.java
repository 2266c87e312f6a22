package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.ChainOutcome;
import org.packetwalk.kernel.netfilter.ChainWalk;
import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.kernel.netfilter.ConnectionFacts;
import org.packetwalk.kernel.netfilter.EffectTarget;
import org.packetwalk.kernel.netfilter.FilterQuery;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.Netfilter;
import org.packetwalk.kernel.netfilter.TableName;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.KernelFunction;

/** Asks the chain of a table at a hook and does what it says ({@code nft_do_chain}). */
final class HookChains {

    private HookChains() {}

    /** A chain of raw, mangle, filter or security. What mangle changes in OUTPUT may lead to another route. */
    static Hooks.Verdict ask(Hooks.Place place, SkBuff skb, TableName name) {
        boolean reroutes = name == TableName.MANGLE && place.hook() == Hook.OUTPUT;
        KernelFunction entry = entry(place.six(), reroutes);
        return place.walk().call(entry, () -> {
            Hooks.Verdict verdict =
                    place.walk().call(KernelFunction.NFT_DO_CHAIN, () -> filtered(place, skb, run(place, skb, name)));
            boolean changed = verdict.skb().mark() != skb.mark();
            return reroutes && changed && verdict.passed() ? Rerouting.again(place, verdict.skb()) : verdict;
        });
    }

    private static KernelFunction entry(boolean six, boolean reroutes) {
        if (reroutes) {
            return six ? KernelFunction.NF_ROUTE_TABLE_HOOK6 : KernelFunction.NF_ROUTE_TABLE_HOOK4;
        }
        return six ? KernelFunction.NFT_DO_CHAIN_IPV6 : KernelFunction.NFT_DO_CHAIN_IPV4;
    }

    private static Hooks.Verdict filtered(Hooks.Place place, SkBuff skb, ChainWalk.Result result) {
        SkBuff after = skb.marked(result.mark());
        if (result.untracked()) {
            after = after.tracked(after.tracking().of(0, ConnectionInfo.UNTRACKED));
        }
        ChainOutcome outcome = result.decision().outcome();
        if (outcome.passes()) {
            return Hooks.Verdict.accept(after);
        }
        if (outcome instanceof ChainOutcome.Rejected rejected) {
            after = Reject.answer(place, after, rejected.answer());
        }
        Drop.packet(
                place.walk(),
                place.host(),
                after,
                DropReason.NETFILTER_DROP,
                KernelFunction.NFT_DO_CHAIN,
                place.stage());
        return Hooks.Verdict.ended(after, Errno.EPERM);
    }

    /** Asks the rules, notes counters and marks, and tells. */
    static ChainWalk.Result run(Hooks.Place place, SkBuff skb, TableName name) {
        Walk walk = place.walk();
        HostId host = place.host();
        FilterTable table = place.rules().find(name).orElseThrow();
        FilterQuery query = query(place, skb, name);
        Match.Surroundings around = new Match.Surroundings(
                walk.now(), walk::random, (address, device, asked) -> addressType(place, skb, address, device, asked));
        ChainWalk.Result result = ChainWalk.ask(table, query, around);
        NetNamespace ns = walk.host(host);
        Netfilter after = ns.netfilter().with(place.six(), place.rules().counted(result.table()));
        Optional<Connection> connection = after.conntrack().get(skb.tracking().connection());
        if (connection.isPresent() && connection.get().mark() != result.connectionMark()) {
            after = after.with(after.conntrack().with(connection.get().marked(result.connectionMark())));
        }
        walk.update(ns.withNetfilter(after));
        walk.emit(new FilterEvent.ChainAsked(walk.head(host, skb), place.hook(), result.decision()));
        for (EffectTarget.Log log : result.logged()) {
            walk.emit(new FilterEvent.Logged(walk.head(host, skb), place.hook(), LogLine.of(place, skb, log)));
        }
        return result;
    }

    private static FilterQuery query(Hooks.Place place, SkBuff skb, TableName name) {
        NetNamespace ns = place.walk().host(place.host());
        return new FilterQuery(
                name,
                place.hook(),
                Facts.of(place.network(skb)),
                place.input(),
                place.output(),
                port(ns, skb.tracking().bridgeInput()),
                port(ns, skb.tracking().bridgeOutput()),
                connection(place.walk(), ns, skb),
                skb.mark(),
                Holders.of(place, skb));
    }

    private static String port(NetNamespace ns, int index) {
        return index == 0 ? "" : ns.devices().nameOf(index);
    }

    /** The connection of a packet as rules and readers see it. */
    static ConnectionFacts connection(Walk walk, NetNamespace ns, SkBuff skb) {
        ConnectionInfo info = skb.tracking().info();
        return ns.netfilter()
                .conntrack()
                .get(skb.tracking().connection())
                .filter(found -> info.isTracked())
                .map(found -> new ConnectionFacts(
                        info,
                        found.original(),
                        found.reply(),
                        found.status(),
                        found.mark(),
                        Math.max(0, found.expires().since(walk.now()) / 1_000_000_000L)))
                .orElseGet(() -> new ConnectionFacts(
                        info == ConnectionInfo.UNTRACKED ? info : ConnectionInfo.NONE,
                        ConnectionFacts.NONE.original(),
                        ConnectionFacts.NONE.reply(),
                        0,
                        0,
                        0));
    }

    /** {@code match_type}: on a certain device an address is local only if that device has it. */
    private static Match.AddressKind addressType(
            Hooks.Place place, SkBuff skb, IpAddress address, String device, List<String> asked) {
        if (address instanceof Ipv6Address six) {
            return Ipv6AddressType.of(place, skb, six, device, asked);
        }
        return place.walk()
                .call(
                        KernelFunction.NFT_MATCH_EVAL,
                        () -> place.walk().call(KernelFunction.ADDRTYPE_MT_V1, () -> {
                            String type = Fib.addressType(
                                            place.walk(), place.host(), skb, address.ipv4(), place.stage())
                                    .name();
                            NetNamespace ns = place.walk().host(place.host());
                            boolean elsewhere = type.equals("LOCAL")
                                    && !device.isEmpty()
                                    && ns.devices()
                                            .find(device)
                                            .filter(found -> ns.addresses().of(found.index()).stream()
                                                    .anyMatch(
                                                            own -> own.address().equals(address.ipv4())))
                                            .isEmpty();
                            String seen = elsewhere ? "UNICAST" : type;
                            return new Match.AddressKind(seen, asked.contains(seen));
                        }));
    }
}
