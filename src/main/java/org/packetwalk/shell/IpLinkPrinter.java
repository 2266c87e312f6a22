package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip link show} and {@code ip address show} print: which devices and addresses, and in which form. */
final class IpLinkPrinter {

    private final LinkFacts facts;
    private final SimTime now;
    private final IpOptions options;
    private final IpShowFilter filter;
    private boolean addresses;

    IpLinkPrinter(Machine machine, HostId host, IpOptions options, IpShowFilter filter) {
        this.facts = new LinkFacts(machine, host);
        this.now = machine.now();
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
        IpLinkText text = new IpLinkText(facts, options, addresses, ipv4Only(), fewWords());
        IpLinkJson json = new IpLinkJson(facts, options, addresses, ipv4Only(), fewWords());
        List<Object> rows = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (NetDevice device : ns.devices().all()) {
            List<AddressLine> shown = addresses ? addresses(device) : List.of();
            boolean none = !filtersAddresses() && addressless(device);
            if (!filter.shows(device) || addresses && shown.isEmpty() && !none) {
                continue;
            }
            if (options.json()) {
                rows.add(options.brief() ? json.briefRow(device, shown) : json.row(device, shown));
            } else if (options.brief()) {
                text.brief(out, device, shown);
            } else if (addresses && options.oneLine()) {
                text.oneLine(out, device, shown);
            } else {
                text.text(out, device, shown, filter.showsName());
            }
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    private boolean addressless(NetDevice device) {
        return facts.namespace().addresses().of(device.index()).isEmpty()
                && ipv6Addresses(device).isEmpty();
    }

    private List<Ipv6InterfaceAddress> ipv6Addresses(NetDevice device) {
        return facts.namespace()
                .ipv6()
                .addresses()
                .find(device.index())
                .map(Ipv6Device::addresses)
                .orElse(List.of());
    }

    private List<AddressLine> addresses(NetDevice device) {
        List<AddressLine> lines = new ArrayList<>();
        if (options.family() != 6) {
            IpAddressLines ipv4 = new IpAddressLines(options, now);
            facts.namespace().addresses().of(device.index()).stream()
                    .filter(address -> filter.shows(address, now))
                    .map(ipv4::of)
                    .forEach(lines::add);
        }
        if (options.family() != 4) {
            Ipv6AddressLines ipv6 = new Ipv6AddressLines(options, now);
            ipv6Addresses(device).stream()
                    .filter(address -> filter.shows(address, now))
                    .map(ipv6::of)
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Without a device named, the kernel describes links for {@code ip -6 address} in few words. */
    private boolean fewWords() {
        return addresses && options.ipv6() && filter.device() == 0;
    }

    /** With a family or a filter only devices that have such an address are shown. */
    private boolean filtersAddresses() {
        return ipv4Only() || !filter.label().isEmpty();
    }

    /** Whether the family is known, be it only by the prefix that is looked for. */
    private boolean ipv4Only() {
        return options.family() != 0 || filter.to().length() != 0;
    }
}
