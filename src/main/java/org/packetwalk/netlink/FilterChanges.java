package org.packetwalk.netlink;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.netfilter.Chain;
import org.packetwalk.kernel.netfilter.Conntrack;
import org.packetwalk.kernel.netfilter.EffectTarget;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.IcmpMatch;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.NatTarget;
import org.packetwalk.kernel.netfilter.Netfilter;
import org.packetwalk.kernel.netfilter.OwnerMatch;
import org.packetwalk.kernel.netfilter.PacketMatch;
import org.packetwalk.kernel.netfilter.Rule;
import org.packetwalk.kernel.netfilter.Ruleset;
import org.packetwalk.kernel.netfilter.Selector;
import org.packetwalk.kernel.netfilter.TableName;
import org.packetwalk.kernel.netfilter.Target;
import org.packetwalk.kernel.netfilter.TransportMatch;
import org.packetwalk.kernel.netfilter.VerdictTarget;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What {@code net/netfilter/nf_tables_api.c} does with requests of iptables. */
final class FilterChanges {

    /** How deep jumps may nest ({@code NFT_JUMP_STACK_SIZE}). */
    private static final int DEEPEST = 16;

    private FilterChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, FilterRequest request) {
        if (request instanceof FilterRequest.Commit commit) {
            return commit(walk, host, commit);
        }
        if (request instanceof IpvsRequest virtual) {
            return IpvsChanges.apply(walk, host, virtual);
        }
        List<Integer> gone = ((FilterRequest.ForgetConnections) request).numbers();
        NetNamespace ns = walk.host(host);
        Conntrack left = ns.netfilter().conntrack().without(connection -> gone.contains(connection.number()));
        walk.update(ns.withNetfilter(ns.netfilter().with(left)));
        return Configurator.DONE;
    }

    private static ResultOrErrno<Errno> commit(Walk walk, HostId host, FilterRequest.Commit commit) {
        for (FilterTable table : commit.tables()) {
            Errno errno = commit.six() && asksIpv4Kinds(table) ? Errno.EINVAL : check(table);
            if (errno != Errno.OK) {
                return ResultOrErrno.refused(errno);
            }
        }
        NetNamespace ns = walk.host(host);
        Netfilter netfilter = ns.netfilter();
        Ruleset rules = netfilter.rules(commit.six());
        for (FilterTable table : commit.tables()) {
            rules = rules.with(table);
        }
        walk.update(ns.withNetfilter(netfilter.with(commit.six(), rules)));
        return Configurator.DONE;
    }

    /** {@code addrtype_mt_checkentry_v1}: IPv6 does not know all kinds of addresses. */
    private static boolean asksIpv4Kinds(FilterTable table) {
        return table.chains().stream()
                .flatMap(chain -> chain.rules().stream())
                .flatMap(rule -> rule.matches().stream())
                .anyMatch(match -> match instanceof PacketMatch.AddressType type && type.isOfIpv4Only());
    }

    /** {@code nft_table_validate}: from what hooks ask, jumps must end, and each target must be of use where it is asked. */
    private static Errno check(FilterTable table) {
        for (Chain chain : table.chains()) {
            Errno errno = check(table, chain, chain, new ArrayList<>());
            if (errno != Errno.OK) {
                return errno;
            }
        }
        return Errno.OK;
    }

    private static Errno check(FilterTable table, Chain from, Chain chain, List<String> above) {
        if (above.contains(chain.name()) || above.size() >= DEEPEST) {
            return Errno.EMLINK;
        }
        List<String> path = new ArrayList<>(above);
        path.add(chain.name());
        for (Rule rule : chain.rules()) {
            if (matchesNothing(rule.selector().source())
                    || matchesNothing(rule.selector().destination())) {
                return Errno.EINVAL;
            }
            if (from.builtin() && !fits(table.name(), Hook.valueOf(from.name()), rule)) {
                return Errno.EINVAL;
            }
            if (rule.target() instanceof VerdictTarget.Jump jump) {
                Errno errno = table.find(jump.chain())
                        .filter(Chain::made)
                        .map(target -> target.builtin()
                                ? Errno.EOPNOTSUPP
                                : from.builtin() ? check(table, from, target, path) : Errno.OK)
                        .orElse(Errno.ENOENT);
                if (errno != Errno.OK) {
                    return errno;
                }
            }
        }
        return Errno.OK;
    }

    /** {@code xt_check_match}: types of ICMP and ports need their protocol, an owner is known where packets leave. */
    private static boolean matchesFit(Hook hook, Rule rule) {
        int protocol = rule.selector().protocol().negated()
                ? -1
                : rule.selector().protocol().number();
        for (Match match : rule.matches()) {
            boolean icmp = match instanceof IcmpMatch.Icmp && protocol != 1
                    || match instanceof IcmpMatch.Icmpv6 && protocol != 58;
            boolean transport = match instanceof TransportMatch.Tcp tcp && tcp.needsProtocol() && protocol != 6
                    || match instanceof TransportMatch.Udp udp
                            && udp.needsProtocol()
                            && protocol != (udp.module().equals("udp") ? 17 : 136);
            boolean owner = match instanceof OwnerMatch && hook != Hook.OUTPUT && hook != Hook.POSTROUTING;
            if (icmp || transport || owner) {
                return false;
            }
        }
        return true;
    }

    /** No address is outside of a network with all of them; nf_tables has no comparison without bits ({@code nft_cmp_init}). */
    private static boolean matchesNothing(Selector.AddressTest test) {
        return test.negated() && test.mask().isAny();
    }

    private static boolean fits(TableName table, Hook hook, Rule rule) {
        if (!matchesFit(hook, rule)) {
            return false;
        }
        Target target = rule.target();
        if (target instanceof EffectTarget.Reject reject) {
            boolean reset = reject.answer() == EffectTarget.Answer.TCP_RESET;
            boolean tcp = rule.selector().protocol().number() == 6
                    && !rule.selector().protocol().negated();
            return table == TableName.FILTER && (!reset || tcp);
        }
        if (target instanceof EffectTarget.NoTrack) {
            return table == TableName.RAW;
        }
        if (target instanceof NatTarget.Masquerade) {
            return table == TableName.NAT && hook == Hook.POSTROUTING;
        }
        if (target instanceof NatTarget.Redirect) {
            return table == TableName.NAT && NatManip.at(hook) == NatManip.DESTINATION;
        }
        return !(target instanceof NatTarget nat)
                || table == TableName.NAT && (nat instanceof NatTarget.NetMap || NatManip.at(hook) == nat.manip());
    }
}
