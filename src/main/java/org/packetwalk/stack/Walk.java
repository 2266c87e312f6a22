package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.ExecutionContext;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.TraceEvent;

/**
 * The processor while it runs kernel code: the machine as it is now, the functions entered and who runs them. The only
 * mutable thing of the core; it lives for one system call, one timer or one round of receive processing.
 */
public final class Walk {

    /** Virtual time that passes from one event to the next; only the order means anything. */
    private static final long NANOS_PER_EVENT = 100;

    private Machine machine;
    private SimTime now;
    /** The host that was asked for last, as it is now; the machine learns of its changes, and the time, when somebody looks at it. */
    private Optional<NetNamespace> current = Optional.empty();

    private boolean changed;
    private final MomentSink sink;
    private final int budget;
    private ExecutionContext context;
    private CallChain chain = CallChain.EMPTY;
    private int bottomHalvesDisabled;
    private int events;
    private Optional<DeviceTransmit.Sent> lastSent = Optional.empty();

    /** A processor about to run kernel code in a context, for at most {@code budget} events. */
    public Walk(Machine machine, MomentSink sink, ExecutionContext context, int budget) {
        this.machine = machine;
        this.now = machine.now();
        this.sink = sink;
        this.context = context;
        this.budget = budget;
    }

    /** The machine as it is now. */
    public Machine machine() {
        if (changed) {
            machine = machine.with(current.orElseThrow(), now);
            changed = false;
        } else if (!machine.now().equals(now)) {
            machine = machine.at(now);
        }
        return machine;
    }

    /** Replaces the machine. */
    public void machine(Machine other) {
        machine = other;
        now = other.now();
        changed = false;
        current = Optional.empty();
    }

    /** Virtual time. */
    public SimTime now() {
        return now;
    }

    /** How many events were made. */
    public int events() {
        return events;
    }

    /** A host as it is now. */
    public NetNamespace host(HostId host) {
        if (current.isPresent() && current.get().id().equals(host)) {
            return current.get();
        }
        NetNamespace found = machine().host(host);
        current = Optional.of(found);
        return found;
    }

    /** Replaces a host. */
    public void update(NetNamespace host) {
        if (current.isEmpty() || !current.get().id().equals(host.id())) {
            machine();
        }
        current = Optional.of(host);
        changed = true;
    }

    // -- events ----------------------------------------------------------------------------

    /** The head of an event about a packet. */
    public EventHead head(HostId host, SkBuff skb) {
        return new EventHead(now, host, context, chain, skb);
    }

    /** The head of an event about no packet. */
    public EventHead head(HostId host) {
        return head(host, SkBuff.NONE);
    }

    /** Records an event; a little time passes. */
    public void emit(TraceEvent event) {
        events++;
        sink.accept(event, machine());
        now = now.plusNanos(NANOS_PER_EVENT);
    }

    ExecutionContext context() {
        return context;
    }

    // -- functions -------------------------------------------------------------------------

    /** How often a kernel function is on the stack. */
    int depth(KernelFunction function) {
        return (int) chain.functions().stream().filter(function::equals).count();
    }

    /** Where the last buffer given to a driver is now, if there was one since it was forgotten. */
    Optional<DeviceTransmit.Sent> lastSent() {
        return lastSent;
    }

    void lastSent(DeviceTransmit.Sent sent) {
        lastSent = Optional.of(sent);
    }

    void forgetSent() {
        lastSent = Optional.empty();
    }

    /** Runs a body inside a kernel function. */
    public <T> T call(KernelFunction function, Supplier<T> body) {
        CallChain caller = chain;
        chain = chain.enter(function);
        T result = body.get();
        chain = caller;
        return result;
    }

    /** Runs a body inside a kernel function. */
    public void run(KernelFunction function, Runnable body) {
        CallChain caller = chain;
        chain = chain.enter(function);
        body.run();
        chain = caller;
    }

    /** Runs a body inside kernel functions that call each other, outermost first. */
    public <T> T call(List<KernelFunction> functions, Supplier<T> body) {
        CallChain caller = chain;
        for (KernelFunction function : functions) {
            chain = chain.enter(function);
        }
        T result = body.get();
        chain = caller;
        return result;
    }

    /** Runs a body inside kernel functions that call each other, outermost first. */
    public void run(List<KernelFunction> functions, Runnable body) {
        call(functions, () -> {
            body.run();
            return true;
        });
    }

    /** Runs a body inside a kernel function that the current one ends with. */
    <T> T tailCall(KernelFunction function, Supplier<T> body) {
        CallChain caller = chain;
        chain = chain.tail(function);
        T result = body.get();
        chain = caller;
        return result;
    }

    /** Runs a body inside a kernel function that the current one ends with. */
    void tailRun(KernelFunction function, Runnable body) {
        CallChain caller = chain;
        chain = chain.tail(function);
        body.run();
        chain = caller;
    }

    // -- work queues -----------------------------------------------------------------------

    /** {@code queue_work}: done by a kernel thread when the walk is over. */
    void queue(Timer work) {
        machine = machine().withWork(work);
    }

    /** Runs a body as a kernel thread does ({@code process_one_work}): what it receives is taken up at once. */
    void work(KernelFunction function, Runnable body) {
        ExecutionContext interrupted = context;
        CallChain caller = chain;
        context = ExecutionContext.WORK;
        chain = CallChain.EMPTY.enter(function);
        body.run();
        context = interrupted;
        chain = caller;
    }

    // -- soft interrupts -------------------------------------------------------------------

    /** Runs a body with soft interrupts off; what was received meanwhile is taken up afterwards. */
    <T> T withoutBottomHalves(Supplier<T> body) {
        bottomHalvesDisabled++;
        T result = body.get();
        bottomHalvesDisabled--;
        runPendingReceives();
        return result;
    }

    /**
     * {@code do_softirq}: takes up what was received, unless soft interrupts are off or this is one. On lo and veth the
     * whole receive side so runs before the sender's system call returns.
     */
    void runPendingReceives() {
        if (bottomHalvesDisabled == 0 && context != ExecutionContext.RX && context != ExecutionContext.TIMER) {
            receivePending();
        }
    }

    /** {@code net_rx_action}: takes up everything in the backlog, in order of arrival. */
    void receivePending() {
        ExecutionContext interrupted = context;
        CallChain caller = chain;
        context = ExecutionContext.RX;
        while (!machine.backlog().isEmpty() && events < budget) {
            Machine.Received next = machine.backlog().peek();
            machine = machine.withBacklog(machine.backlog().minus());
            chain = CallChain.EMPTY.enter(
                    next.listed() ? KernelFunction.NAPI_COMPLETE_DONE : KernelFunction.PROCESS_BACKLOG);
            if (next.listed()) {
                LinkInput.receiveList(this, next.host(), next.skb());
            } else {
                LinkInput.receive(this, next.host(), next.skb());
            }
        }
        context = interrupted;
        chain = caller;
        if (!machine.backlog().isEmpty()) {
            machine = machine.withBacklog(org.pcollections.AmortizedPQueue.empty());
            emit(new ControlEvent.BudgetReached(head(machine.hosts().firstKey()), budget));
        }
    }

    // -- the log ---------------------------------------------------------------------------

    /** {@code net_ratelimit}: whether the kernel may log something about the network now. */
    boolean mayLog(HostId host) {
        KernelLog.Permission answer = machine.log().ask(now());
        machine = machine.withLog(answer.after());
        if (!answer.complaint().isEmpty()) {
            log(host, answer.complaint());
        }
        return answer.allowed();
    }

    /** {@code printk}. */
    public void log(HostId host, String line) {
        machine = machine.withLog(machine.log().with(now(), line));
        emit(new ControlEvent.KernelLogged(head(host), line));
    }

    // -- identities ------------------------------------------------------------------------

    /** A new buffer with the given content. */
    SkBuff newBuffer(Packet packet) {
        return SkBuff.of(nextPacketId(), packet);
    }

    PacketId nextPacketId() {
        PacketId id = new PacketId(machine.nextPacket());
        machine = machine.afterPacket();
        return id;
    }

    SocketId nextSocketId() {
        SocketId id = new SocketId(machine.nextSocket());
        machine = machine.afterSocket();
        return id;
    }

    /** A random number from 0 to below {@code bound}. */
    public int random(int bound) {
        int drawn = machine.seed().draw(bound);
        machine = machine.withSeed(machine.seed().next());
        return drawn;
    }

    // -- small changes ---------------------------------------------------------------------

    void count(HostId host, SnmpCounter counter) {
        count(host, counter, 1);
    }

    void count(HostId host, SnmpCounter counter, long amount) {
        NetNamespace ns = host(host);
        update(ns.withCounters(ns.counters().plus(counter, amount)));
    }

    NetDevice device(HostId host, int index) {
        return host(host).devices().get(index);
    }

    void countDevice(HostId host, int index, java.util.function.UnaryOperator<DeviceCounters> change) {
        NetNamespace ns = host(host);
        NetDevice device = ns.devices().get(index);
        update(ns.withDevices(ns.devices().with(device.withCounters(change.apply(device.counters())))));
    }

    Optional<NeighborEntry> neighbor(HostId host, NeighborKey key) {
        return host(host).neighbors().find(key);
    }

    /** Adds or replaces a neighbour entry. */
    public void update(HostId host, NeighborEntry entry) {
        NetNamespace ns = host(host);
        update(ns.withNeighbors(ns.neighbors().with(entry)));
    }

    void update(HostId host, Socket socket) {
        NetNamespace ns = host(host);
        update(ns.withSockets(ns.sockets().with(socket)));
    }

    void arm(SimTime at, Timer timer) {
        machine = machine().withTimer(at, timer);
    }

    /** {@code gro_cells_receive}: what a tunnel has unwrapped is taken up after what drivers received. */
    void enqueueListed(HostId host, SkBuff skb) {
        machine = machine.withBacklog(machine.backlog().plus(new Machine.Received(host, skb, true)));
    }

    void enqueueBacklog(HostId host, SkBuff skb) {
        machine = machine.withBacklog(machine.backlog().plus(new Machine.Received(host, skb)));
    }
}
