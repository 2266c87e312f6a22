package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.FilterEvent;

/** The netfilter hooks ({@code NF_HOOK}); they have no rules yet, so everything passes. */
final class Hooks {

    private Hooks() {}

    /** Asks the chains of a hook. */
    static void pass(Walk walk, HostId host, SkBuff skb, FilterEvent.Hook hook, String input, String output) {
        walk.emit(new FilterEvent.HookPassed(walk.head(host, skb), hook, input, output, 0));
    }
}
