package org.packetwalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RoutingEvents;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.program.PingCommandLine;
import org.packetwalk.program.PingProgram;
import org.packetwalk.program.Turn;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.World;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/** The first walk: ping 127.0.0.1 on a host with lo alone. */
class LoopbackPingTest {

    private static final HostId HOST = new HostId("a");

    private static World hostWithLoUp() {
        NetNamespace ns = NetNamespace.create(HOST);
        ns = ns.withDevices(ns.devices().with(ns.devices().get(1).withUp(true).withCarrier(true, OperState.UNKNOWN)));
        RoutingEvents events = new RoutingEvents(new Interfaces(ns.devices()), Fib.policy(ns));
        RoutingState state = ns.routingState();
        var added = (ResultOrErrno.Ok<RoutingState>)
                events.addAddress(state, NetDevice.LOOPBACK_INDEX, InterfaceAddress.loopback("lo"));
        ns = ns.with(added.value());
        return World.EMPTY.with(Machine.EMPTY.with(ns));
    }

    @Test
    void requestAndReplyPassTheStationsInTheKernelsOrder() {
        List<Stage> down = List.of(
                Stage.APPLICATION_SEND,
                Stage.ROUTE_OUTPUT,
                Stage.TRANSPORT_SEND,
                Stage.OUTPUT,
                Stage.POSTROUTING,
                Stage.NEIGHBOR,
                Stage.DEVICE_TRANSMIT,
                Stage.DEVICE_RECEIVE,
                Stage.DEVICE_TRANSMIT);
        List<Stage> up =
                List.of(Stage.RECEIVE, Stage.PREROUTING, Stage.ROUTE_INPUT, Stage.INPUT, Stage.TRANSPORT_RECEIVE);

        List<TraceEvent> events = pingLoopback();

        assertThat(stages(events, 1)).containsExactlyElementsOf(concat(down, up));
        assertThat(stages(events, 2))
                .containsExactlyElementsOf(
                        concat(concat(down.subList(1, down.size()), up), List.of(Stage.APPLICATION_RECEIVE)));
    }

    @Test
    void callChainsAreThoseOfTheKernel() {
        assertThat(pingLoopback().stream()
                        .filter(event -> event instanceof LinkEvent.ReceiveQueued)
                        .map(event -> event.head().chain().toString()))
                .containsExactly(
                        "__sys_sendto > raw_sendmsg > ip_push_pending_frames > ip_output > ip_finish_output2"
                                + " > __dev_queue_xmit > dev_hard_start_xmit > loopback_xmit > __netif_rx"
                                + " > netif_rx_internal",
                        "process_backlog > __netif_receive_skb_one_core > ip_local_deliver_finish"
                                + " > ip_protocol_deliver_rcu > icmp_rcv > icmp_echo > icmp_reply"
                                + " > ip_push_pending_frames > ip_output > ip_finish_output2 > __dev_queue_xmit"
                                + " > dev_hard_start_xmit > loopback_xmit > __netif_rx > netif_rx_internal");
    }

    private static List<TraceEvent> pingLoopback() {
        var options = ((PingCommandLine.Result.Understood) PingCommandLine.parse(List.of("-c1", "-W1", "127.0.0.1")))
                .options();
        World world = hostWithLoUp();
        List<TraceEvent> events = new ArrayList<>();
        World after = Simulation.untilEnded(
                world.start(HOST, PingProgram.start(options), "ping -c1 127.0.0.1", true),
                world.nextPid(),
                Turn.NEVER,
                snapshot -> events.add(snapshot.event()),
                Simulation.DEFAULT_BUDGET);
        assertThat(after.process(world.nextPid()).orElseThrow().last()).isEqualTo(new Turn.Exited(0));
        return events;
    }

    private static List<Stage> stages(List<TraceEvent> events, int packet) {
        List<Stage> stages = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event.head().packet().number() == packet
                    && (stages.isEmpty() || stages.get(stages.size() - 1) != event.stage())) {
                stages.add(event.stage());
            }
        }
        return stages;
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
