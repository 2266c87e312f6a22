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
 * Records what the kernel asks of its tables before it takes a route.
 *
 * @param caller the functions that lead to the questions, outermost first, from where the walk stands
 */
public record AdmissionReport(Walk walk, HostId host, List<KernelFunction> caller) implements AdmissionWitness {

    private static final List<KernelFunction> INSERTING = List.of(
            KernelFunction.FIB_ADD_IFADDR,
            KernelFunction.FIB_MAGIC,
            KernelFunction.FIB_TABLE_INSERT,
            KernelFunction.FIB_CREATE_INFO);

    /** Keeps its own copy of the list. */
    public AdmissionReport {
        caller = List.copyOf(caller);
    }

    /** Of the routes that the kernel makes for the addresses of an interface ({@code fib_add_ifaddr}). */
    public static AdmissionReport ofAddresses(Walk walk, HostId host) {
        return new AdmissionReport(walk, host, INSERTING);
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

    private void tell(AddressTypeDecision decision) {
        Fib.reportAddress(walk, host, SkBuff.NONE, decision.query(), decision.considered(), Stage.CONFIGURATION);
    }

    private void enter(KernelFunction function, Runnable body) {
        walk.run(caller, () -> walk.run(function, body));
    }
}
