package org.packetwalk.sim;

import org.packetwalk.kernel.HostId;
import org.packetwalk.shell.Shell;

/** Routers in a row between two hosts, set up by the commands one would type. */
final class RouterChain {

    /** Neighbours meet stretch by stretch: a command may make only so many events. */
    private static final int FIRST_STRETCH = 50;

    private final Shell shell = new Shell();
    private final int routers;
    private World world = World.EMPTY;

    private RouterChain(int routers) {
        this.routers = routers;
    }

    /** A row of so many routers; every neighbour is known. */
    static RouterChain known(int routers) {
        RouterChain chain = new RouterChain(routers);
        chain.setUp();
        for (int far = FIRST_STRETCH; far < routers; far += FIRST_STRETCH) {
            chain.echo(far, snapshot -> {});
        }
        chain.echo(snapshot -> {});
        return chain;
    }

    /** A row of so many routers whose neighbours have not met. */
    static World fresh(int routers) {
        RouterChain chain = new RouterChain(routers);
        chain.setUp();
        return chain.world;
    }

    private void setUp() {
        int last = routers + 1;
        for (int i = 0; i <= last; i++) {
            type("ip netns add n" + i);
            type("ip netns exec n" + i + " sysctl -qw net.ipv4.ip_default_ttl=255 net.ipv4.ip_forward=1");
            type("ip -n n" + i + " link set lo up");
        }
        for (int i = 0; i < last; i++) {
            String net = "10." + i / 200 + "." + i % 200 + ".";
            type("ip -n n" + i + " link add r type veth peer name l netns n" + (i + 1));
            type("ip -n n" + i + " addr add " + net + "1/24 dev r");
            type("ip -n n" + (i + 1) + " addr add " + net + "2/24 dev l");
            type("ip -n n" + i + " link set dev r up");
            type("ip -n n" + (i + 1) + " link set dev l up");
        }
        for (int i = 0; i <= last; i++) {
            if (i < last) {
                type("ip -n n" + i + " route add default via 10." + i / 200 + "." + i % 200 + ".2");
            }
            if (i > 1) {
                type("ip -n n" + i + " route add 10.0.0.0/24 via 10." + (i - 1) / 200 + "." + (i - 1) % 200 + ".1");
            }
        }
    }

    private void type(String line) {
        Shell.Outcome outcome = shell.execute(world, Shell.NO_HOST, line, snapshot -> {});
        if (!outcome.result().ok()) {
            throw new IllegalStateException(line + ": " + outcome.result().stderr());
        }
        world = outcome.world();
    }

    /** Sends one echo request from end to end and back; answers the world afterwards. */
    World echo(SnapshotSink sink) {
        return echo(routers, sink);
    }

    private World echo(int cable, SnapshotSink sink) {
        String target = "10." + cable / 200 + "." + cable % 200 + ".2";
        Shell.Outcome outcome = shell.execute(world, new HostId("n0"), "ping -n -c1 -W1 -q " + target, sink);
        if (!outcome.result().ok()) {
            throw new IllegalStateException(outcome.result().stdout() + outcome.result().stderr());
        }
        world = outcome.world();
        return world;
    }

    /** How many hops an echo makes: it crosses each cable twice. */
    int hops() {
        return 2 * (routers + 1);
    }
}
