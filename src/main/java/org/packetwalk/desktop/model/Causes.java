package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.packetwalk.desktop.model.CausesView.Cause;
import org.packetwalk.diagram.Stop;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.narrate.Account;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Narrator;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.PacketFields;
import org.packetwalk.session.Origins;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.TraceEvent;

/** Leads a value back to the event that made it, and that to the line of the lab that began it. */
final class Causes {
    private final Walk walk;
    private final Origins origins;
    private final Messages messages;
    private final StepWords words;
    private final List<Cause> chain = new ArrayList<>();

    Causes(Walk walk, Origins origins, Messages messages, StepWords words) {
        this.walk = walk;
        this.origins = origins;
        this.messages = messages;
        this.words = words;
    }

    /** The causes of a value as it is after an event of the walk. */
    CausesView of(WhyQuestion question, int event, Shell shell) {
        if (question.ofStation()) {
            station(question, event);
        } else if (question.ofState()) {
            state(question, event, shell);
        } else {
            field(question, event);
        }
        if (chain.isEmpty()) {
            chain.add(new Cause(Wording.plain(messages.text("cause.always")), "", "", -1));
        }
        return new CausesView(question.shown(), chain);
    }

    /** A line of a list: since which event, or which line of the lab, it has been there. */
    private void state(WhyQuestion question, int event, Shell shell) {
        HostId host = new HostId(question.host());
        HostStates states = new HostStates(shell);
        Predicate<World> there = world -> states.lines(world, host, question.key()).stream()
                .anyMatch(line -> lasting(line).equals(lasting(question.value())));
        int since = last(there, host, event);
        while (since > 0 && unchangedOr(there, host, since)) {
            since--;
        }
        if (since > 0) {
            event(since);
        }
        origin(there);
    }

    /** A line without what is said of the moment: a route is the same while the other end of its cable is down. */
    private static String lasting(String line) {
        return line.replaceAll(" (linkdown|dead)\\b", "").strip();
    }

    /** The last event after which a line was there; if one has taken it away since, that is told first. */
    private int last(Predicate<World> there, HostId host, int event) {
        int last = event;
        while (last > 0 && !there.test(walk.recording().get(last).world()) && unchangedOr(there.negate(), host, last)) {
            last--;
        }
        if (last > 0 && !there.test(walk.recording().get(last).world())) {
            event(last);
            return last - 1;
        }
        return there.test(walk.recording().get(last).world()) ? last : event;
    }

    /** What happened to the packet at a station: the latest up to now, else what is to come. */
    private void station(WhyQuestion question, int event) {
        List<Snapshot> recording = walk.recording();
        IntPredicate there = place -> {
            TraceEvent at = recording.get(place).event();
            return at.head().host().name().equals(question.host())
                    && Stop.of(at)
                            .filter(stop -> stop.subject().id().equals(question.value()))
                            .isPresent();
        };
        IntStream.rangeClosed(0, event)
                .map(back -> event - back)
                .filter(there)
                .findFirst()
                .ifPresentOrElse(
                        this::decision,
                        () -> IntStream.range(event + 1, recording.size())
                                .filter(there)
                                .findFirst()
                                .ifPresent(this::decision));
    }

    /** The event, and of a routing decision where its route comes from. */
    private void decision(int place) {
        event(place);
        if (walk.recording().get(place).event() instanceof RouteEvent.Routed routed) {
            HostId host = routed.head().host();
            routed.decision().outcome().match().ifPresent(match -> made(match.route(), host));
        }
    }

    /** Whether a line was there before an event as well; a host that did not change need not be listed again. */
    private boolean unchangedOr(Predicate<World> there, HostId host, int event) {
        World before = walk.recording().get(event - 1).world();
        World now = walk.recording().get(event).world();
        return before.machine().find(host).equals(now.machine().find(host)) || there.test(before);
    }

    private void field(WhyQuestion question, int event) {
        SkBuff skb = walk.recording().get(event).event().head().skb();
        int writer = writer(question, skb, event);
        event(writer);
        HostId host = walk.recording().get(writer).event().head().host();
        switch (question.key()) {
            case "ipv4.source" -> source(question.value(), host, writer);
            case "ipv4.destination" -> typed(question.value());
            case "ipv4.ttl" -> firstTtl(skb, host, writer);
            case "ethernet.destination" -> hardware(question.value(), writer, true);
            case "ethernet.source", "arp.senderMac" -> hardware(question.value(), writer, false);
            case "dev", "_skb_refdst" -> route(host, writer);
            case "mark" -> typed("-m");
            default -> {}
        }
    }

    /** The event since which the packet has had this value. */
    private int writer(WhyQuestion question, SkBuff skb, int event) {
        int writer = event;
        for (int i = event - 1; i >= 0; i--) {
            SkBuff earlier = walk.recording().get(i).event().head().skb();
            if (!earlier.id().equals(skb.id())) {
                continue;
            }
            if (!value(question.key(), earlier).equals(Optional.of(question.value()))) {
                return writer;
            }
            writer = i;
        }
        return writer;
    }

    private static Optional<String> value(String key, SkBuff skb) {
        if (key.contains(".")) {
            return PacketFields.of(skb.packet()).spans().stream()
                    .filter(span -> span.name().equals(key))
                    .map(span -> span.value())
                    .findFirst();
        }
        return SkBuffFields.of(skb, SkBuff.NONE).stream()
                .filter(field -> field.key().equals(key))
                .map(FieldView::value)
                .findFirst();
    }

    private void source(String value, HostId host, int before) {
        Ipv4Address address = Ipv4Address.parse(value);
        for (int i = before; i >= 0; i--) {
            Snapshot snapshot = walk.recording().get(i);
            if (snapshot.event() instanceof RouteEvent.SourceChosen chosen
                    && chosen.decision().outcome().equals(address)
                    && chosen.head().host().equals(host)) {
                event(i);
                break;
            }
        }
        origin(world -> owns(world, host, address));
    }

    private static boolean owns(World world, HostId host, Ipv4Address address) {
        return world.machine()
                .find(host)
                .filter(there -> there.devices().all().stream()
                        .flatMap(device -> there.addresses().of(device.index()).stream())
                        .anyMatch(own -> own.address().equals(address)))
                .isPresent();
    }

    private void firstTtl(SkBuff skb, HostId host, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (walk.recording().get(i).event().head().skb().id().equals(skb.id())
                    && walk.recording().get(i).event() instanceof org.packetwalk.trace.IpEvent.Forwarded) {
                event(i);
            }
        }
        chain.add(new Cause(Wording.plain(messages.text("cause.first-ttl")), "net.ipv4.ip_default_ttl", "", -1));
        typed("-t");
    }

    private void hardware(String value, int before, boolean learnt) {
        MacAddress address = MacAddress.parse(value);
        if (address.isBroadcast()) {
            chain.add(new Cause(Wording.plain(messages.text("cause.broadcast")), value, "", -1));
            return;
        }
        for (int i = before; i >= 0 && learnt; i--) {
            if (walk.recording().get(i).event() instanceof NeighborEvent.ArpReceived received
                    && received.verdict() == NeighborEvent.ArpVerdict.LEARNED
                    && received.message().senderMac().equals(address)) {
                event(i);
                break;
            }
        }
        origin(world -> world.machine().hosts().values().stream()
                .flatMap(host -> host.devices().all().stream())
                .anyMatch(device -> device.address().equals(address)));
    }

    private void route(HostId host, int before) {
        for (int i = before; i >= 0; i--) {
            if (walk.recording().get(i).event() instanceof RouteEvent.Routed routed
                    && routed.head().host().equals(host)) {
                event(i);
                routed.decision().outcome().match().ifPresent(match -> made(match.route(), host));
                return;
            }
        }
    }

    /** A route the kernel made by itself came with an address. */
    private void made(Route route, HostId host) {
        boolean ofKernel = route.protocol().equals(RouteProtocol.KERNEL);
        if (ofKernel && !route.preferredSource().isAny()) {
            chain.add(new Cause(
                    Wording.plain(messages.text("cause.kernel-route")),
                    route.prefix().toString(),
                    "",
                    -1));
        }
        origin(world ->
                world.machine().find(host).filter(there -> has(there, route)).isPresent());
    }

    private static boolean has(NetNamespace host, Route route) {
        return host.routing().routes(route.table()).stream()
                .anyMatch(other -> other.prefix().equals(route.prefix())
                        && other.metric() == route.metric()
                        && other.tos() == route.tos()
                        && other.type() == route.type());
    }

    /** A value that stands in the command itself. */
    private void typed(String word) {
        String command = walk.saved().trace().command();
        if (List.of(command.split("\\s+")).contains(word) || command.contains(word) && word.length() > 3) {
            chain.add(new Cause(
                    Wording.plain(messages.text("cause.typed")),
                    walk.saved().trace().host() + " $ " + command,
                    "",
                    -1));
        }
    }

    private void origin(Predicate<World> something) {
        origins.of(something)
                .ifPresent(line -> chain.add(new Cause(
                        Wording.plain(messages.text(line.number() > 0 ? "cause.line" : "cause.typed-before")),
                        line.text(),
                        line.number() > 0 ? messages.text("cause.line-number", line.number()) : "",
                        -1)));
    }

    private void event(int place) {
        boolean told = chain.stream().anyMatch(cause -> cause.event() == place);
        if (told) {
            return;
        }
        Account account = new Narrator().tell(walk.recording().get(place).event());
        chain.add(new Cause(
                words.wording(account.headline()), account.detail(), messages.text("cause.event", place + 1), place));
    }
}
