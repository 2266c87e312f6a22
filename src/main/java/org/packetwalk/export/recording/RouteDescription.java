package org.packetwalk.export.recording;

import java.util.Optional;

import com.google.gson.JsonObject;

import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;

/** Lookups as the tracepoints {@code fib_table_lookup} and {@code fib6_table_lookup} show them; the kernel has no others here. */
final class RouteDescription implements RouteEvent.Visitor<Optional<EventDescription>> {
    /** The type of the entry that stands for "nothing found". */
    private static final int UNREACHABLE = 7;

    @Override
    public Optional<EventDescription> tableAsked(RouteEvent.TableAsked event) {
        FlowKey flow = event.flow();
        JsonObject fields = new JsonObject();
        fields.addProperty("table", event.walk().table().number());
        fields.addProperty("src", flow.source().toString());
        fields.addProperty("dst", flow.destination().toString());
        number(fields, "oif", flow.outputInterface());
        number(fields, "iif", flow.inputInterface());
        number(fields, "mark", flow.mark());
        number(fields, "uid", flow.user());
        number(fields, "tos", flow.tos());
        number(fields, "scope", flow.scope().number());
        number(fields, "proto", flow.protocol());
        if (flow.protocol() == 6 || flow.protocol() == 17) {
            fields.addProperty("sport", flow.sourcePort());
            fields.addProperty("dport", flow.destinationPort());
        }
        if (event.walk().event() instanceof TableLookupEvent.Failed failed) {
            fields.addProperty("err", "-" + failed.errno().name());
        } else {
            fields.addProperty("dev", event.device());
            if (event.walk().event() instanceof TableLookupEvent.Found found
                    && !found.gateway().isAny()) {
                fields.addProperty("gw", found.gateway().toString());
            }
        }
        return Optional.of(new EventDescription("fib_table_lookup", event.head(), fields, false));
    }

    @Override
    public Optional<EventDescription> routed(RouteEvent.Routed event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> sourceChosen(RouteEvent.SourceChosen event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> nexthopChosen(RouteEvent.NexthopChosen event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> kept(RouteEvent.Kept event) {
        return Optional.empty();
    }

    private static boolean fromRouter(RouteEvent.Ipv6TableAsked event) {
        return event.walk()
                .match()
                .filter(found -> found.way().device() == event.flow().outputInterface()
                        && found.way()
                                .gateway()
                                .equals(event.head().skb().packet().ipv6().source()))
                .isPresent();
    }

    @Override
    public Optional<EventDescription> ipv6TableAsked(RouteEvent.Ipv6TableAsked event) {
        Ipv6Flow flow = event.flow();
        JsonObject fields = new JsonObject();
        fields.addProperty("table", event.walk().table().number());
        fields.addProperty("src", flow.source().toString());
        fields.addProperty("dst", flow.destination().toString());
        number(fields, "oif", flow.outputInterface());
        number(fields, "iif", flow.inputInterface());
        number(fields, "mark", flow.mark());
        number(fields, "uid", flow.user());
        fields.addProperty("proto", flow.protocol());
        if (flow.protocol() == 6 || flow.protocol() == 17) {
            fields.addProperty("sport", flow.sourcePort());
            fields.addProperty("dport", flow.destinationPort());
        }
        int type =
                event.walk().match().map(found -> found.route().type().number()).orElse(UNREACHABLE);
        String word = typeWord(type);
        if (event.head().chain().innermost() == KernelFunction.__IP6_ROUTE_REDIRECT && !fromRouter(event)) {
            // __ip6_route_redirect fills in the type of a route that leads to who redirects, of no other.
            fields.addProperty("type", 0);
        } else if (word.isEmpty()) {
            fields.addProperty("type", type);
        } else {
            fields.addProperty("type", word);
        }
        if (!event.device().isEmpty()) {
            fields.addProperty("dev", event.device());
        }
        event.walk()
                .match()
                .filter(found -> found.way().hasGateway())
                .ifPresent(
                        found -> fields.addProperty("gw", found.way().gateway().toString()));
        return Optional.of(new EventDescription("fib6_table_lookup", event.head(), fields, false));
    }

    private static String typeWord(int type) {
        return switch (type) {
            case 1 -> "unicast";
            case 2 -> "local";
            case 4 -> "anycast";
            case 6 -> "blackhole";
            case 7 -> "unreachable";
            case 8 -> "prohibit";
            case 9 -> "throw";
            default -> "";
        };
    }

    @Override
    public Optional<EventDescription> ipv6Routed(RouteEvent.Ipv6Routed event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> ipv6SourceChosen(RouteEvent.Ipv6SourceChosen event) {
        return Optional.empty();
    }

    private static void number(JsonObject fields, String key, long value) {
        if (value != 0) {
            fields.addProperty(key, value);
        }
    }
}
