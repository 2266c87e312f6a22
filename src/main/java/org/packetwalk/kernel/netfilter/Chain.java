package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain of rules.
 *
 * @param builtin whether it is asked by a hook and has a policy
 * @param made whether the kernel has it: the tool makes a built-in chain with its first rule or policy
 * @param drops whether the policy is DROP
 * @param counts whether packets the policy decided are counted: only once it was set
 * @param policy how many those were
 */
public record Chain(
        String name, boolean builtin, boolean made, boolean drops, boolean counts, Counter policy, List<Rule> rules) {

    /** Copies the list. */
    public Chain {
        rules = List.copyOf(rules);
    }

    /** The chain of a hook before it is made. */
    public static Chain of(Hook hook) {
        return new Chain(hook.name(), true, false, false, false, Counter.ZERO, List.of());
    }

    /** A new chain for jumps. */
    public static Chain user(String name) {
        return new Chain(name, false, true, false, false, Counter.ZERO, List.of());
    }

    /** With other rules. */
    public Chain with(List<Rule> now) {
        return new Chain(name, builtin, made, drops, counts, policy, now);
    }

    /** With a rule put at a place from 0. */
    public Chain insert(int place, Rule rule) {
        List<Rule> now = new ArrayList<>(rules);
        now.add(place, rule);
        return with(now);
    }

    /** With a rule exchanged. */
    public Chain replace(int place, Rule rule) {
        List<Rule> now = new ArrayList<>(rules);
        now.set(place, rule);
        return with(now);
    }

    /** Without the rule at a place. */
    public Chain remove(int place) {
        List<Rule> now = new ArrayList<>(rules);
        now.remove(place);
        return with(now);
    }

    /** With a policy, counted from now on. */
    public Chain withPolicy(boolean drop, Counter counter) {
        return new Chain(name, builtin, true, drop, true, counter, rules);
    }

    /** After a packet that the policy decided. */
    Chain decided(int length) {
        return counts ? new Chain(name, builtin, made, drops, true, policy.plus(length), rules) : this;
    }

    /** With all counters at zero, its policy's counted from now on. */
    public Chain zeroed() {
        return new Chain(
                name,
                builtin,
                true,
                drops,
                builtin,
                Counter.ZERO,
                rules.stream().map(rule -> rule.counted(Counter.ZERO)).toList());
    }

    /** Under another name. */
    public Chain named(String now) {
        return new Chain(now, builtin, made, drops, counts, policy, rules);
    }

    /** As the kernel has it from now on. */
    public Chain asMade() {
        return new Chain(name, builtin, true, drops, counts, policy, rules);
    }

    /** A chain of a hook that the kernel has no longer. */
    public Chain unmade() {
        return new Chain(name, builtin, false, false, false, Counter.ZERO, List.of());
    }

    /** ACCEPT, DROP, or a dash. */
    public String policyWord() {
        return !builtin ? "-" : drops ? "DROP" : "ACCEPT";
    }
}
