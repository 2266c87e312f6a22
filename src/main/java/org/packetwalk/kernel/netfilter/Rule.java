package org.packetwalk.kernel.netfilter;

import java.util.List;

/**
 * A rule of a chain.
 *
 * @param selector the part every rule can have
 * @param matches the others, in the order in which they are asked
 * @param target what happens to a packet that fits
 * @param counter how often that was
 */
public record Rule(Selector selector, List<Match> matches, Target target, Counter counter) {

    /** Copies the list. */
    public Rule {
        matches = List.copyOf(matches);
    }

    /** As {@code iptables-save} writes it after the name of the chain. */
    public String saved() {
        StringBuilder text = new StringBuilder(selector.saved());
        matches.forEach(match -> text.append(match.saved()).append(' '));
        return text.append(target.saved()).toString().stripTrailing();
    }

    /** As {@code iptables-save} writes it. */
    public String line(String chain) {
        return ("-A " + chain + " " + saved()).stripTrailing();
    }

    /** With another counter. */
    public Rule counted(Counter now) {
        return new Rule(selector, matches, target, now);
    }

    Rule with(List<Match> now) {
        return new Rule(selector, now, target, counter);
    }

    /** With another target. */
    public Rule to(Target now) {
        return new Rule(selector, matches, now, counter);
    }

    /** Whether connections have to be tracked for it. */
    public boolean needsTracking() {
        return target.needsTracking() || matches.stream().anyMatch(Match::needsTracking);
    }

    /** Whether it jumps to a chain. */
    public boolean jumpsTo(String chain) {
        return target instanceof VerdictTarget.Jump jump && jump.chain().equals(chain);
    }

    /** Whether it says the same; counters and memories aside. */
    public boolean same(Rule other) {
        return saved().equals(other.saved());
    }
}
