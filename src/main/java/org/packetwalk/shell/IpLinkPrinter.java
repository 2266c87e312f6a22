package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip link show} and {@code ip address show} print: which devices and addresses, and in which form. */
final class IpLinkPrinter {

    private final LinkFacts facts;
    private final IpOptions options;
    private final IpShowFilter filter;
    private boolean addresses;

    IpLinkPrinter(Machine machine, HostId host, IpOptions options, IpShowFilter filter) {
        this.facts = new LinkFacts(machine, host);
        this.options = options;
        this.filter = filter;
    }

    /** Prints addresses, too. */
    IpLinkPrinter withAddresses() {
        addresses = true;
        return this;
    }

    CommandResult print() {
        NetNamespace ns = facts.namespace();
        IpLinkText text = new IpLinkText(facts, options, addresses, ipv4Only());
        IpLinkJson json = new IpLinkJson(facts, options, addresses, ipv4Only());
        List<Object> rows = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (NetDevice device : ns.devices().all()) {
            List<InterfaceAddress> of =
                    options.ipv6() ? List.of() : ns.addresses().of(device.index());
            boolean wanted = filter.shows(device)
                    && (!addresses || (filtersAddresses() ? of.stream().anyMatch(filter::shows) : filter.showsAny(of)));
            if (!wanted) {
                continue;
            }
            List<InterfaceAddress> shown =
                    addresses ? of.stream().filter(filter::shows).toList() : List.of();
            if (options.json()) {
                rows.add(options.brief() ? json.briefRow(device, shown) : json.row(device, shown));
            } else if (options.brief()) {
                text.brief(out, device, shown);
            } else if (addresses && options.oneLine()) {
                text.oneLine(out, device, shown);
            } else {
                text.text(out, device, shown, filter.showsName(device.name()));
            }
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    /** With a family or a filter only devices that have such an address are shown. */
    private boolean filtersAddresses() {
        return ipv4Only() || !filter.label().isEmpty();
    }

    /** Whether the family is known, be it only by the prefix that is looked for. */
    private boolean ipv4Only() {
        return options.family() != 0 || filter.to().length() != 0;
    }

    /** The scope of an address, as a word or a number. */
    static String scope(IpOptions options, InterfaceAddress address) {
        return options.numeric()
                ? Integer.toString(address.scope().number())
                : address.scope().word();
    }
}
