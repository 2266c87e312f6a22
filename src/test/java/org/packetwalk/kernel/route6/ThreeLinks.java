package org.packetwalk.kernel.route6;

import java.util.List;

import org.packetwalk.kernel.route.LinkStates;

/** Three interfaces that are up and have a carrier. */
final class ThreeLinks implements LinkStates {

    private static final List<String> NAMES = List.of("*", "lo", "eth0", "eth1");

    @Override
    public List<Integer> indexes() {
        return List.of(1, 2, 3);
    }

    @Override
    public int index(String name) {
        return Math.max(0, NAMES.indexOf(name));
    }

    @Override
    public String name(int index) {
        return exists(index) ? NAMES.get(index) : "*";
    }

    @Override
    public boolean exists(int index) {
        return index > 0 && index < NAMES.size();
    }

    @Override
    public boolean up(int index) {
        return exists(index);
    }

    @Override
    public boolean carrier(int index) {
        return exists(index);
    }

    @Override
    public boolean loopback(int index) {
        return index == 1;
    }

    @Override
    public int mtu(int index) {
        return 1500;
    }

    @Override
    public long group(int index) {
        return 0;
    }
}
