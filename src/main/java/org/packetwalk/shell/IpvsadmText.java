package org.packetwalk.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.netfilter.IpvsConnection;
import org.packetwalk.kernel.netfilter.IpvsDestination;
import org.packetwalk.kernel.netfilter.IpvsService;
import org.packetwalk.kernel.netfilter.IpvsTable;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.ServiceNames;

/** What {@code ipvsadm} prints ({@code print_service_entry}, {@code print_conn}). */
final class IpvsadmText {

    private static final int UDP = 17;
    private static final long NANOS = 1_000_000_000L;

    private final IpvsTable table;
    private final boolean numeric;
    private final SimTime now;

    IpvsadmText(IpvsTable table, boolean numeric, SimTime now) {
        this.table = table;
        this.numeric = numeric;
        this.now = now;
    }

    /** {@code -L}: sorted by protocol, address and port. */
    String services(List<IpvsService> services) {
        StringBuilder text = new StringBuilder("IP Virtual Server version 1.2.1 (size=4096)\n"
                + "Prot LocalAddress:Port Scheduler Flags\n"
                + "  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn\n");
        for (IpvsService service : sorted(services)) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-4s %s %s\n",
                    protocol(service.protocol()),
                    end(service.address(), service.port(), service.protocol(), numeric),
                    service.scheduler().word()));
            for (IpvsDestination server : servers(service)) {
                text.append(String.format(
                        Locale.ROOT,
                        "  -> %-28s %-7s %-6d %-10d %-10d\n",
                        end(server.address(), server.port(), service.protocol(), numeric),
                        "Route",
                        server.weight(),
                        table.count(service, server, true, now),
                        table.count(service, server, false, now)));
            }
        }
        return text.toString();
    }

    /** {@code -L -c}. */
    String connections() {
        StringBuilder text = new StringBuilder("IPVS connection entries\n"
                + "pro expire state       source             virtual            destination\n");
        for (IpvsConnection one : table.connections()) {
            if (now.isBefore(one.expires())) {
                long left = one.expires().since(now) / NANOS;
                int protocol = one.client().protocol();
                text.append(String.format(
                        Locale.ROOT,
                        "%s %02d:%02d  %-11s %-18s %-18s %s\n",
                        protocol(protocol),
                        left / 60,
                        left % 60,
                        one.state().name(),
                        end(one.client().source(), one.client().sourcePort(), protocol, numeric),
                        end(one.client().destination(), one.client().destinationPort(), protocol, numeric),
                        end(one.server(), one.serverPort(), protocol, numeric)));
            }
        }
        return text.toString();
    }

    /** {@code -S}: the commands that make the services. */
    static String saved(IpvsTable table, boolean numeric) {
        StringBuilder text = new StringBuilder();
        for (IpvsService service : sorted(table.services())) {
            String where = (service.protocol() == UDP ? "-u " : "-t ")
                    + end(service.address(), service.port(), service.protocol(), numeric);
            text.append("-A ")
                    .append(where)
                    .append(" -s ")
                    .append(service.scheduler().word())
                    .append('\n');
            for (IpvsDestination server : servers(service)) {
                text.append("-a ")
                        .append(where)
                        .append(" -r ")
                        .append(end(server.address(), server.port(), service.protocol(), numeric))
                        .append(" -g -w ")
                        .append(server.weight())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static List<IpvsService> sorted(List<IpvsService> services) {
        return services.stream()
                .sorted(Comparator.comparingInt(IpvsService::protocol)
                        .thenComparing(IpvsService::address)
                        .thenComparingInt(IpvsService::port))
                .toList();
    }

    private static List<IpvsDestination> servers(IpvsService service) {
        return service.destinations().stream()
                .sorted(Comparator.comparing(IpvsDestination::address).thenComparingInt(IpvsDestination::port))
                .toList();
    }

    private static String protocol(int number) {
        return number == UDP ? "UDP" : "TCP";
    }

    private static String end(IpAddress address, int port, int protocol, boolean numeric) {
        String number = Integer.toString(port);
        return address + ":"
                + (numeric ? number : ServiceNames.name(port, protocol == UDP).orElse(number));
    }
}
