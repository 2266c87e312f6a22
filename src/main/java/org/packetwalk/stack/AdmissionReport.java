package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route.AddressTypeDecision;
import org.packetwalk.kernel.route.AdmissionWitness;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/**
 * Records what the kernel asks of its tables before it takes a route, and when an address has gone.
 *
 * @param event the functions that lead from where the walk stands to who is told of an address, outermost first
 * @param caller the functions that lead from there to the questions about a new route
 */
public record AdmissionReport(Walk walk, HostId host, List<KernelFunction> event, List<KernelFunction> caller)
        implements AdmissionWitness {

    private static final List<KernelFunction> INSERTING = List.of(
            KernelFunction.FIB_ADD_IFADDR,
            KernelFunction.FIB_MAGIC,
            KernelFunction.FIB_TABLE_INSERT,
            KernelFunction.FIB_CREATE_INFO);

    private static final List<KernelFunction> DELETED = List.of(
            KernelFunction.__INET_DEL_IFA,
            KernelFunction.BLOCKING_NOTIFIER_CALL_CHAIN,
            KernelFunction.NOTIFIER_CALL_CHAIN,
            KernelFunction.FIB_INETADDR_EVENT);

    /** Keeps its own copies of the lists. */
    public AdmissionReport {
        event = List.copyOf(event);
        caller = List.copyOf(caller);
    }

    /** Of a route that somebody adds, from where the walk stands. */
    static AdmissionReport ofRoute(Walk walk, HostId host) {
        return new AdmissionReport(walk, host, List.of(), List.of());
    }

    /** Of the routes that the kernel makes for the addresses of an interface ({@code fib_add_ifaddr}). */
    public static AdmissionReport ofAddresses(Walk walk, HostId host) {
        return new AdmissionReport(walk, host, List.of(), INSERTING);
    }

    /** Of the routes that go with an address, or come for those that take its place ({@code __inet_del_ifa}). */
    public static AdmissionReport ofDeletion(Walk walk, HostId host) {
        return new AdmissionReport(walk, host, DELETED, INSERTING);
    }

    @Override
    public void gateway(FlowKey flow, List<TableWalk> searches) {
        enter(KernelFunction.FIB_CHECK_NH_V4_GW, () -> {
            for (TableWalk search : searches) {
                Fib.report(walk, host, SkBuff.NONE, flow, search, Stage.CONFIGURATION, RouteEvent.Purpose.GATEWAY);
            }
        });
    }

    @Override
    public void onlinkGateway(AddressTypeDecision decision) {
        enter(
                KernelFunction.FIB_CHECK_NH_V4_GW,
                () -> walk.run(KernelFunction.__INET_DEV_ADDR_TYPE, () -> tell(decision)));
    }

    @Override
    public void source(AddressTypeDecision decision) {
        enter(KernelFunction.__INET_DEV_ADDR_TYPE, () -> tell(decision));
    }

    @Override
    public void gone(AddressTypeDecision decision) {
        walk.run(
                event,
                () -> walk.run(
                        List.of(KernelFunction.FIB_DEL_IFADDR, KernelFunction.__INET_DEV_ADDR_TYPE),
                        () -> tell(decision)));
    }

    @Override
    public AdmissionReport direct() {
        return event.isEmpty() ? this : new AdmissionReport(walk, host, event.subList(0, 1), caller);
    }

    private void tell(AddressTypeDecision decision) {
        Fib.reportAddress(walk, host, SkBuff.NONE, decision.query(), decision.considered(), Stage.CONFIGURATION);
    }

    private void enter(KernelFunction function, Runnable body) {
        walk.run(event, () -> walk.run(caller, () -> walk.run(function, body)));
    }
}
