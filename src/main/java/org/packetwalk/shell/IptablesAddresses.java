package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.netfilter.AddressMask;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;

/** Addresses and networks as iptables and ip6tables read them ({@code xtables_ipparse_any}). */
final class IptablesAddresses {

    private final IptablesTool tool;

    IptablesAddresses(IptablesTool tool) {
        this.tool = tool;
    }

    /** Networks separated by commas. */
    List<AddressMask> networks(String text) {
        List<AddressMask> networks = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            networks.add(network(part));
        }
        return networks;
    }

    /** An address, with a prefix length or a mask if not all its bits count. */
    AddressMask network(String text) {
        int slash = text.indexOf('/');
        IpAddress address = address(slash < 0 ? text : text.substring(0, slash));
        int bits = address.bytes().size() * 8;
        if (slash < 0) {
            return AddressMask.of(address, bits);
        }
        String mask = text.substring(slash + 1);
        if (mask.matches("\\d{1,3}") && Integer.parseInt(mask) <= bits) {
            return AddressMask.of(address, Integer.parseInt(mask));
        }
        return parse(mask)
                .filter(found ->
                        tool.six() || mask.chars().filter(c -> c == '.').count() == 3)
                .filter(found -> found.bytes().size() * 8 == bits)
                .map(found -> new AddressMask(address, found))
                .orElseThrow(() -> tool.wrong("invalid mask `" + mask + "' specified"));
    }

    /** One address. */
    IpAddress address(String text) {
        return parse(text).orElseThrow(() -> tool.wrong("host/network `" + text + "' not found"));
    }

    private Optional<IpAddress> parse(String text) {
        if (!tool.six()) {
            return dotted(text).map(IpAddress.class::cast);
        }
        return Ipv6Address.isValid(text) ? Optional.of(Ipv6Address.parse(text)) : Optional.empty();
    }

    /** Numbers that are missing at the end are 0, other than for other tools. */
    private static Optional<Ipv4Address> dotted(String text) {
        return text.matches("[0-9.]{1,15}") && Ipv4Address.isValid(filled(text))
                ? Optional.of(Ipv4Address.parse(filled(text)))
                : Optional.empty();
    }

    private static String filled(String text) {
        StringBuilder full = new StringBuilder(text);
        for (long dots = text.chars().filter(c -> c == '.').count(); dots < 3; dots++) {
            full.append(".0");
        }
        return full.toString();
    }
}
