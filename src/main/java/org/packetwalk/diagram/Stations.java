package org.packetwalk.diagram;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.TraceEvent;

/** Which station an event happened at, and which kernel function does a station's work. */
final class Stations {
    private static final Set<KernelFunction> TRANSPORT_SEND = EnumSet.of(
            KernelFunction.RAW_SENDMSG,
            KernelFunction.UDP_SENDMSG,
            KernelFunction.UDP_CONNECT,
            KernelFunction.ICMP_REPLY,
            KernelFunction.__ICMP_SEND,
            KernelFunction.TCP_V4_CONNECT,
            KernelFunction.TCP_SENDMSG,
            KernelFunction.TCP_V4_SEND_RESET,
            KernelFunction.TCP_V4_SEND_ACK,
            KernelFunction.TCP_V4_SEND_SYNACK,
            KernelFunction.RAWV6_SENDMSG,
            KernelFunction.UDPV6_SENDMSG,
            KernelFunction.UDPV6_CONNECT,
            KernelFunction.ICMPV6_ECHO_REPLY,
            KernelFunction.ICMP6_SEND);
    private static final Set<KernelFunction> TRANSPORT_RECEIVE = EnumSet.of(
            KernelFunction.ICMP_RCV,
            KernelFunction.__UDP4_LIB_RCV,
            KernelFunction.TCP_V4_RCV,
            KernelFunction.ICMPV6_RCV);

    private Stations() {}

    /** The station of an event; nothing if it happened in a device or in the configuration. */
    static Optional<Station> of(TraceEvent event) {
        if (event instanceof IpEvent.HeaderBuilt) {
            // written by __ip_local_out, after the routing decision
            return Optional.of(Station.OUTPUT);
        }
        return switch (event.stage()) {
            case APPLICATION_SEND -> Optional.of(Station.APP_SEND);
            case TRANSPORT_SEND -> Optional.of(Station.L4_SEND);
            case ROUTE_OUTPUT -> Optional.of(Station.ROUTE_OUT);
            case OUTPUT -> Optional.of(Station.OUTPUT);
            case POSTROUTING -> Optional.of(Station.POSTROUTING);
            case NEIGHBOR -> Optional.of(Station.NEIGHBOUR);
            case RECEIVE -> Optional.of(Station.RECEIVE);
            case PREROUTING -> Optional.of(Station.PREROUTING);
            case ROUTE_INPUT -> Optional.of(Station.ROUTE_IN);
            case FORWARD -> Optional.of(Station.FORWARD);
            case INPUT -> Optional.of(Station.INPUT);
            case TRANSPORT_RECEIVE -> Optional.of(Station.L4_RECEIVE);
            case APPLICATION_RECEIVE -> Optional.of(Station.APP_RECEIVE);
            case DEVICE_TRANSMIT, DEVICE_RECEIVE, BRIDGE, CONFIGURATION -> Optional.empty();
        };
    }

    /** The function of a transport protocol that is sending, if one called. */
    static Optional<KernelFunction> transport(CallChain chain) {
        // acknowledgements and what a timer sends have no other function of their own
        return innermost(chain, TRANSPORT_SEND)
                .or(() -> innermost(chain, EnumSet.of(KernelFunction.__TCP_TRANSMIT_SKB)));
    }

    /** Whether the kernel's own copy of a broadcast is being turned back before the device. */
    static boolean turnsBack(CallChain chain) {
        return chain.functions().contains(KernelFunction.DEV_LOOPBACK_XMIT);
    }

    /** The function that did the work of a station at an event there, as the call chain has it. */
    static Optional<String> function(Station station, TraceEvent event) {
        CallChain chain = event.head().chain();
        boolean six = event.head().skb().packet().has(Ipv6Header.class);
        Optional<KernelFunction> found = switch (station) {
            case APP_SEND, APP_RECEIVE -> Optional.empty();
            case L4_SEND -> transport(chain);
            case ROUTE_OUT ->
                innermost(
                        chain,
                        EnumSet.of(KernelFunction.IP_ROUTE_OUTPUT_KEY_HASH_RCU, KernelFunction.IP6_ROUTE_OUTPUT_FLAGS));
            case OUTPUT -> Optional.of(six ? KernelFunction.IP6_LOCAL_OUT : KernelFunction.IP_LOCAL_OUT);
            case POSTROUTING ->
                event instanceof FilterEvent
                        ? innermost(
                                chain,
                                EnumSet.of(
                                        KernelFunction.IP_OUTPUT,
                                        KernelFunction.IP_MC_OUTPUT,
                                        KernelFunction.IP6_OUTPUT))
                        : Optional.empty();
            case NEIGHBOUR ->
                innermost(
                        chain,
                        EnumSet.of(
                                KernelFunction.NEIGH_RESOLVE_OUTPUT,
                                KernelFunction.NEIGH_CONNECTED_OUTPUT,
                                KernelFunction.ARP_SOLICIT,
                                KernelFunction.NDISC_SOLICIT,
                                KernelFunction.NEIGH_TIMER_HANDLER));
            case RECEIVE ->
                innermost(
                        chain,
                        EnumSet.of(
                                KernelFunction.__NETIF_RECEIVE_SKB_CORE,
                                KernelFunction.ARP_RCV,
                                KernelFunction.ARP_PROCESS));
            case PREROUTING -> Optional.of(six ? KernelFunction.IPV6_RCV : KernelFunction.IP_RCV);
            case ROUTE_IN ->
                innermost(
                        chain,
                        EnumSet.of(
                                KernelFunction.IP_RCV_FINISH_CORE,
                                KernelFunction.IP_ROUTE_INPUT_NOREF,
                                KernelFunction.IP6_ROUTE_INPUT));
            case FORWARD -> Optional.of(six ? KernelFunction.IP6_FORWARD : KernelFunction.IP_FORWARD);
            case INPUT -> Optional.of(six ? KernelFunction.IP6_INPUT : KernelFunction.IP_LOCAL_DELIVER);
            case L4_RECEIVE -> innermost(chain, TRANSPORT_RECEIVE);
        };
        return found.map(KernelFunction::kernelName);
    }

    /** The function that usually does the work of a station, with a transport protocol by its letters. */
    static String usual(Station station, String transport) {
        boolean tcp = transport.equals(HeaderBlock.TCP.letters());
        boolean udp = transport.equals(HeaderBlock.UDP.letters());
        return switch (station) {
            case APP_SEND, APP_RECEIVE -> "";
            case L4_SEND ->
                (tcp ? KernelFunction.TCP_V4_CONNECT : udp ? KernelFunction.UDP_SENDMSG : KernelFunction.RAW_SENDMSG)
                        .kernelName();
            case ROUTE_OUT -> KernelFunction.IP_ROUTE_OUTPUT_KEY_HASH_RCU.kernelName();
            case OUTPUT -> KernelFunction.IP_LOCAL_OUT.kernelName();
            case POSTROUTING -> KernelFunction.IP_OUTPUT.kernelName();
            case NEIGHBOUR -> "neigh_output";
            case RECEIVE -> KernelFunction.__NETIF_RECEIVE_SKB_CORE.kernelName();
            case PREROUTING -> KernelFunction.IP_RCV.kernelName();
            case ROUTE_IN -> KernelFunction.IP_ROUTE_INPUT_NOREF.kernelName();
            case FORWARD -> KernelFunction.IP_FORWARD.kernelName();
            case INPUT -> KernelFunction.IP_LOCAL_DELIVER.kernelName();
            case L4_RECEIVE ->
                (tcp ? KernelFunction.TCP_V4_RCV : udp ? KernelFunction.__UDP4_LIB_RCV : KernelFunction.ICMP_RCV)
                        .kernelName();
        };
    }

    /** Whether a packet that stands at one station of a host can come to another without leaving the host. */
    static boolean leads(Station from, Station to) {
        if (from == Station.FORWARD) {
            return to == Station.POSTROUTING;
        }
        if (to == Station.FORWARD) {
            return !from.sends();
        }
        if (from.sends() != to.sends()) {
            // only the host's own copy of a broadcast turns back before the device
            return from.sends() && to == Station.RECEIVE;
        }
        return to.ordinal() > from.ordinal();
    }

    private static Optional<KernelFunction> innermost(CallChain chain, Set<KernelFunction> wanted) {
        List<KernelFunction> functions = chain.functions();
        for (int i = functions.size() - 1; i >= 0; i--) {
            if (wanted.contains(functions.get(i))) {
                return Optional.of(functions.get(i));
            }
        }
        return Optional.empty();
    }
}
