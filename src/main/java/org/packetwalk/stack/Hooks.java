package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.Chain;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.IpvsService;
import org.packetwalk.kernel.netfilter.Ruleset;
import org.packetwalk.kernel.netfilter.TableName;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The netfilter hooks of both families ({@code NF_HOOK}, {@code nf_hook_slow}): who is registered there is called in order. */
final class Hooks {

    private static final int DEFRAG = -400;
    private static final int CONNTRACK = -200;
    private static final int CONFIRM = Integer.MAX_VALUE;

    /** {@code NF_IP_PRI_NAT_SRC - 1}. */
    private static final int VIRTUAL_INPUT = 99;

    /** {@code NF_IP_PRI_NAT_DST + 2}. */
    private static final int VIRTUAL_OUTPUT = -98;

    /**
     * What became of a packet at a hook.
     *
     * @param skb the packet as it goes on
     * @param passed whether it does
     * @param dropped whether {@code nf_hook_slow} has still to drop it
     * @param errno what its sender is told if it does not; {@link Errno#OK} if it was only kept
     */
    record Verdict(SkBuff skb, boolean passed, boolean dropped, Errno errno) {

        static Verdict accept(SkBuff skb) {
            return new Verdict(skb, true, false, Errno.OK);
        }

        /** The packet was already ended or is kept. */
        static Verdict ended(SkBuff skb, Errno errno) {
            return new Verdict(skb, false, false, errno);
        }

        /** {@code NF_DROP} of a function that is no chain: {@code nf_hook_slow} drops it. */
        static Verdict drop(SkBuff skb, Errno errno) {
            return new Verdict(skb, false, true, errno);
        }
    }

    /** Where a packet is: which hook of which host and family, between which devices. */
    record Place(Walk walk, HostId host, Hook hook, String input, String output, boolean six) {

        /** The packet from its IP header on. */
        Packet network(SkBuff skb) {
            return six ? skb.packet().from(Ipv6Header.class) : skb.packet().from(Ipv4Header.class);
        }

        /** The rules of the family. */
        Ruleset rules() {
            return walk.host(host).netfilter().rules(six);
        }

        /** The virtual services of IPVS; IPv6 has none here. */
        List<IpvsService> virtualServices() {
            return six ? List.of() : walk.host(host).netfilter().ipvs().services();
        }

        Stage stage() {
            return new FilterEvent.HookPassed(walk.head(host), hook, input, output, 0).stage();
        }
    }

    /** One registered function ({@code struct nf_hook_ops}). */
    private record Registered(int priority, Function<SkBuff, Verdict> function) {}

    private Hooks() {}

    /** Asks everyone registered at a hook of IPv4. */
    static Verdict pass(Walk walk, HostId host, SkBuff skb, Hook hook, String input, String output) {
        return pass(new Place(walk, host, hook, input, output, false), skb);
    }

    /** Asks everyone registered at a hook of IPv6. */
    static Verdict passIpv6(Walk walk, HostId host, SkBuff skb, Hook hook, String input, String output) {
        return pass(new Place(walk, host, hook, input, output, true), skb);
    }

    private static Verdict pass(Place place, SkBuff skb) {
        Walk walk = place.walk;
        HostId host = place.host;
        Hook hook = place.hook;
        Ruleset rules = place.rules();
        List<Registered> registered = registered(place, rules);
        if (registered.isEmpty()) {
            walk.emit(new FilterEvent.HookPassed(walk.head(host, skb), hook, place.input, place.output, 0));
            return Verdict.accept(skb);
        }
        Verdict verdict = walk.call(KernelFunction.NF_HOOK_SLOW, () -> {
            Verdict now = Verdict.accept(skb);
            for (Registered one : registered) {
                now = one.function.apply(now.skb);
                if (now.dropped) {
                    Drop.packet(
                            walk, host, now.skb, DropReason.NETFILTER_DROP, KernelFunction.NF_HOOK_SLOW, place.stage());
                }
                if (!now.passed) {
                    return now;
                }
            }
            return now;
        });
        if (verdict.passed) {
            int count = rules.at(hook).stream()
                    .mapToInt(table ->
                            table.find(hook.name()).orElseThrow().rules().size())
                    .sum();
            walk.emit(new FilterEvent.HookPassed(walk.head(host, verdict.skb), hook, place.input, place.output, count));
        }
        return verdict;
    }

    private static List<Registered> registered(Place place, Ruleset rules) {
        if (rules.tables().isEmpty() && place.virtualServices().isEmpty()) {
            return List.of();
        }
        List<Registered> all = new ArrayList<>();
        boolean first = place.hook == Hook.PREROUTING || place.hook == Hook.OUTPUT;
        boolean last = place.hook == Hook.INPUT || place.hook == Hook.POSTROUTING;
        if (rules.tracking() && first) {
            all.add(new Registered(DEFRAG, skb -> ConnectionTracking.defragment(place, skb)));
            all.add(new Registered(CONNTRACK, skb -> ConnectionTracking.track(place, skb)));
        }
        if (rules.tracking() && last) {
            all.add(new Registered(CONFIRM, skb -> ConnectionTracking.confirm(place, skb)));
        }
        if (!place.virtualServices().isEmpty()) {
            if (place.hook == Hook.INPUT) {
                all.add(new Registered(VIRTUAL_INPUT, skb -> DirectRouting.in(place, skb)));
            } else if (place.hook == Hook.OUTPUT) {
                all.add(new Registered(VIRTUAL_OUTPUT, skb -> DirectRouting.in(place, skb)));
            }
        }
        for (FilterTable table : rules.at(place.hook)) {
            boolean made = table.name() == TableName.NAT
                    ? table.chains().stream().anyMatch(chain -> chain.builtin() && chain.made())
                    : table.find(place.hook.name()).filter(Chain::made).isPresent();
            if (!made) {
                continue;
            }
            TableName name = table.name();
            all.add(new Registered(
                    name.priority(place.hook),
                    name == TableName.NAT
                            ? skb -> Translation.translate(place, skb)
                            : skb -> HookChains.ask(place, skb, name)));
        }
        all.sort(Comparator.comparingInt(Registered::priority));
        return all;
    }
}
