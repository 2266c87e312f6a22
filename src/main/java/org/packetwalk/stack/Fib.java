package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route.AddressLookup;
import org.packetwalk.kernel.route.AddressOwnerDecision;
import org.packetwalk.kernel.route.AddressTypeDecision;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.LinkdownPolicy;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.RouteLookup;
import org.packetwalk.kernel.route.RouteQuery;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.SourceAddressDecision;
import org.packetwalk.kernel.route.SourceAddressQuery;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.RoutingContext;
import org.packetwalk.trace.Stage;

/** Asks the routing tables of a host and records each table asked. */
public final class Fib {

    private Fib() {}

    /** {@code fib_lookup}: by the common trie while no rule was ever added, else by the rules. */
    public static RouteDecision lookup(
            Walk walk, HostId host, SkBuff skb, RouteQuery query, Stage stage, RouteEvent.Purpose purpose) {
        NetNamespace ns = walk.host(host);
        RouteDecision decision = new RouteLookup(ns.routing(), new Interfaces(ns.devices()), policy(ns)).decide(query);
        if (ns.routing().shared()) {
            report(walk, host, skb, decision, stage, purpose);
        } else {
            walk.run(
                    KernelFunction.__FIB_LOOKUP,
                    () -> walk.run(
                            KernelFunction.FIB_RULES_LOOKUP,
                            () -> walk.run(
                                    KernelFunction.FIB4_RULE_ACTION,
                                    () -> report(walk, host, skb, decision, stage, purpose))));
        }
        return decision;
    }

    private static void report(
            Walk walk, HostId host, SkBuff skb, RouteDecision decision, Stage stage, RouteEvent.Purpose purpose) {
        for (RuleVisit visit : decision.considered()) {
            report(walk, host, skb, decision.query().flow(), visit.walk(), stage, purpose);
        }
    }

    static void report(
            Walk walk,
            HostId host,
            SkBuff skb,
            FlowKey flow,
            TableWalk search,
            Stage stage,
            RouteEvent.Purpose purpose) {
        if (search.event() instanceof TableLookupEvent.NotSearched) {
            return;
        }
        String device = search.event() instanceof TableLookupEvent.Found found
                ? walk.host(host).devices().nameOf(found.device())
                : "";
        walk.run(
                KernelFunction.FIB_TABLE_LOOKUP,
                () -> walk.emit(new RouteEvent.TableAsked(
                        walk.head(host, skb), stage, flow, search, device, purpose, context(walk.host(host)))));
    }

    /** {@code inet_addr_type}: what kind of address this is for the host. */
    public static RouteType addressType(Walk walk, HostId host, SkBuff skb, Ipv4Address address, Stage stage) {
        NetNamespace ns = walk.host(host);
        AddressTypeDecision decision = addressLookup(ns).addressType(address);
        walk.run(
                KernelFunction.__INET_DEV_ADDR_TYPE,
                () -> reportAddress(walk, host, skb, address, decision.considered(), stage));
        return decision.outcome();
    }

    /**
     * {@code __ip_dev_find}: the ifindex of the device that owns an address, 0 if it is not ours. Addresses that are not
     * configured may still be local by a prefix of table local.
     */
    public static int owner(Walk walk, HostId host, SkBuff skb, Ipv4Address address, Stage stage) {
        AddressOwnerDecision decision = addressLookup(walk.host(host)).owner(address);
        walk.run(
                KernelFunction.__IP_DEV_FIND,
                () -> reportAddress(walk, host, skb, address, decision.considered(), stage));
        return decision.outcome();
    }

    static void reportAddress(
            Walk walk, HostId host, SkBuff skb, Ipv4Address address, List<TableWalk> searches, Stage stage) {
        for (TableWalk search : searches) {
            report(walk, host, skb, FlowKey.destination(address), search, stage, RouteEvent.Purpose.ADDRESS_TYPE);
        }
    }

    private static AddressLookup addressLookup(NetNamespace ns) {
        return new AddressLookup(ns.routing(), ns.addresses(), policy(ns));
    }

    /** {@code inet_select_addr}; the choice is recorded, since people ask for it. */
    public static Ipv4Address selectSource(
            Walk walk, HostId host, SkBuff skb, int device, Ipv4Address towards, RouteScope scope) {
        NetNamespace ns = walk.host(host);
        SourceAddressDecision choice = ns.addresses()
                .selectSource(
                        new SourceAddressQuery(
                                device, towards, scope, ns.sysctls().either(device, Ipv4Conf.ROUTE_LOCALNET)),
                        new Interfaces(ns.devices()));
        walk.emit(new RouteEvent.SourceChosen(walk.head(host, skb), choice, context(ns)));
        return choice.outcome();
    }

    /** What must be known of a host to read what its tables answer. */
    public static RoutingContext context(NetNamespace ns) {
        return new RoutingContext(ns.routing().shared(), ns.devices().names());
    }

    /** Which interfaces ignore routes without a carrier. */
    public static LinkdownPolicy policy(NetNamespace ns) {
        return device -> ns.sysctls().either(device, Ipv4Conf.IGNORE_ROUTES_WITH_LINKDOWN);
    }
}
