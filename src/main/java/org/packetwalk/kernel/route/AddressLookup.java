package org.packetwalk.kernel.route;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.packetwalk.net.Ipv4Address;

/** Questions about addresses that are answered from table local. */
public final class AddressLookup {

    private final RoutingTables tables;
    private final InterfaceAddresses addresses;
    private final LinkdownPolicy policy;

    /** Questions to these tables and addresses. */
    public AddressLookup(RoutingTables tables, InterfaceAddresses addresses, LinkdownPolicy policy) {
        this.tables = tables;
        this.addresses = addresses;
        this.policy = policy;
    }

    /** What an address is to this host ({@code inet_addr_type}). */
    public AddressTypeDecision addressType(Ipv4Address address) {
        return addressType(address, TableId.LOCAL);
    }

    /**
     * What an address is according to a table ({@code __inet_dev_addr_type}); without that table, as before the first
     * address, any is a broadcast address.
     */
    public AddressTypeDecision addressType(Ipv4Address address, TableId table) {
        if (address.isAny() || address.isLimitedBroadcast()) {
            return new AddressTypeDecision(address, List.of(), RouteType.BROADCAST);
        }
        if (address.isMulticast()) {
            return new AddressTypeDecision(address, List.of(), RouteType.MULTICAST);
        }
        Optional<RouteTable> trie = tables.table(table);
        if (trie.isEmpty()) {
            return new AddressTypeDecision(address, List.of(), RouteType.BROADCAST);
        }
        TableSearch search = search(trie.get(), table, address);
        TableHit hit = search.hit();
        RouteType type = hit.error().isEmpty() ? hit.route().type() : RouteType.UNICAST;
        return new AddressTypeDecision(address, List.of(search.walk()), type);
    }

    /** Which interface has an address, or a local route that covers it ({@code __ip_dev_find}). */
    public AddressOwnerDecision owner(Ipv4Address address) {
        OptionalInt owner = addresses.owner(address);
        Optional<RouteTable> local = tables.table(TableId.LOCAL);
        if (owner.isPresent() || local.isEmpty()) {
            return new AddressOwnerDecision(address, List.of(), owner.orElse(0));
        }
        TableSearch search = search(local.get(), TableId.LOCAL, address);
        TableHit hit = search.hit();
        boolean counts = hit.error().isEmpty() && hit.route().type() == RouteType.LOCAL;
        return new AddressOwnerDecision(
                address, List.of(search.walk()), counts ? hit.nexthop().device() : 0);
    }

    private TableSearch search(RouteTable trie, TableId table, Ipv4Address address) {
        return trie.explain(table, RouteQuery.of(FlowKey.destination(address)), policy);
    }
}
