package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.trace.KernelFunction;

/**
 * Finds what the kernel does, some seconds after a neighbour entry was used, to see whether the neighbour is still
 * there (DELAY, PROBE: a unicast ARP request or neighbour solicitation and its answer). Recordings leave it out.
 */
final class Confirmations {

    private static final long OPEN_MILLIS = 3;
    private static final Set<KernelFunction> ARP = EnumSet.of(
            KernelFunction.ARP_RCV,
            KernelFunction.ARP_PROCESS,
            KernelFunction.ARP_SOLICIT,
            KernelFunction.NEIGH_TIMER_HANDLER);

    /** While a question is open, whatever concerns the two addresses belongs to it. */
    private record Window(Set<String> addresses, SimTime from, SimTime to) {

        boolean holds(SimTime at) {
            return !at.isBefore(from) && !to.isBefore(at);
        }
    }

    private Confirmations() {}

    /** The places of such events. */
    static Set<Integer> find(List<ObservedEvent> events) {
        Set<Integer> found = new TreeSet<>();
        List<Window> windows = windows(events, found);
        for (int i = 0; i < events.size(); i++) {
            ObservedEvent event = events.get(i);
            List<Window> open =
                    windows.stream().filter(window -> window.holds(event.at())).toList();
            if (!open.isEmpty() && !event.inTimer() && belongs(event, open)) {
                found.add(i);
            }
        }
        return found;
    }

    /** One run of a neighbour's timer ends with its own event. */
    private static List<Window> windows(List<ObservedEvent> events, Set<Integer> found) {
        List<Window> windows = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            ObservedEvent event = events.get(i);
            if (!event.inTimer()
                    || event.stack().isEmpty()
                    || event.stack().get(0) != KernelFunction.NEIGH_TIMER_HANDLER) {
                continue;
            }
            run.add(i);
            if (!event.is("neigh_timer_handler")) {
                continue;
            }
            List<ObservedEvent> asks =
                    run.stream().map(events::get).filter(Confirmations::asksOne).toList();
            if (!asks.isEmpty() || !List.of("incomplete", "failed").contains(event.text("state"))) {
                found.addAll(run);
                SimTime from = events.get(run.get(0)).at();
                asks.forEach(ask -> windows.add(
                        new Window(asked(ask.packet()), from, event.at().plusMillis(OPEN_MILLIS))));
            }
            run.clear();
        }
        return windows;
    }

    /** Whether it is a question to one neighbour, not to all. */
    private static boolean asksOne(ObservedEvent event) {
        String to = event.packet().text("dmac");
        return event.aboutPacket()
                && !to.isEmpty()
                && (event.packet().text("op").equals("request")
                        || event.packet().text("type").equals("135"))
                && (Integer.parseInt(to.substring(0, 2), 16) & 1) == 0;
    }

    private static boolean belongs(ObservedEvent event, List<Window> open) {
        if (event.aboutPacket()) {
            PacketDescription packet = event.packet();
            boolean resolves =
                    packet.text("eth").equals("arp") || List.of("135", "136").contains(packet.text("type"));
            return resolves && open.stream().anyMatch(window -> window.addresses.equals(asked(packet)));
        }
        if (event.stack().stream().noneMatch(ARP::contains)) {
            return false;
        }
        List<String> about = event.description().name().startsWith("fib")
                ? List.of(event.text("src"), event.text("dst"))
                : List.of(event.text("ip"));
        return open.stream().anyMatch(window -> about.stream().anyMatch(window.addresses::contains));
    }

    private static Set<String> asked(PacketDescription packet) {
        boolean arp = packet.text("eth").equals("arp");
        String one = arp ? packet.text("spa") : packet.text(packet.text("type").equals("136") ? "dst" : "src");
        return new TreeSet<>(List.of(one, packet.text(arp ? "tpa" : "target")));
    }
}
