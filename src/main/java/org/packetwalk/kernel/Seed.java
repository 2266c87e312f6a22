package org.packetwalk.kernel;

/**
 * The source of everything that is random on a real host: ports, identifiers, jitter. A value: drawing answers the
 * number and the next seed. SplitMix64, so that equal seeds draw equal numbers on every machine.
 */
public record Seed(long state) {

    /** The seed of a lab that names none. */
    public static final Seed DEFAULT = new Seed(0x9e3779b97f4a7c15L);

    /** The seed after one draw. */
    public Seed next() {
        return new Seed(state + 0x9e3779b97f4a7c15L);
    }

    /** The number this seed draws, all 64 bits. */
    public long draw() {
        long z = state + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** The number this seed draws, from 0 to below {@code bound}. */
    public int draw(int bound) {
        return (int) Long.remainderUnsigned(draw(), bound);
    }
}
