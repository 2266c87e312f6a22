package org.packetwalk.stack;

import org.packetwalk.kernel.SimTime;

/**
 * When the kernel's timers really fire ({@code kernel/time/timer.c}). The wheel has levels of 64 slots; the farther away a
 * timer is, the coarser the level it is put into, and it never fires early: one of a second is up to 32 ms late. Ticks are
 * counted from the beginning of the lab, 250 a second as on the reference kernel ({@code CONFIG_HZ}).
 */
final class TimerWheel {

    /** The length of a tick in nanoseconds. */
    private static final long TICK = 4_000_000;

    /** {@code LVL_CLK_SHIFT}: each level is eight times as coarse as the one before. */
    private static final int LEVEL_SHIFT = 3;

    /** {@code LVL_SIZE - 1}: how far, in ticks, the first level reaches. */
    private static final long FIRST_LEVEL = 63;

    /** {@code LVL_DEPTH}: the number of levels. */
    private static final int LEVELS = 9;

    private TimerWheel() {}

    /** The moment a timer fires that is armed now for a moment ({@code calc_wheel_index}). */
    static SimTime due(SimTime now, SimTime wanted) {
        long clock = now.nanos() / TICK;
        long ticks = Math.max(0, (wanted.since(now) + TICK - 1) / TICK);
        int shift = 0;
        for (int level = 1; level < LEVELS && ticks >= FIRST_LEVEL << (level - 1) * LEVEL_SHIFT; level++) {
            shift = level * LEVEL_SHIFT;
        }
        return new SimTime(((clock + ticks >> shift) + 1 << shift) * TICK);
    }
}
