package org.packetwalk.diagram;

import org.packetwalk.kernel.netfilter.ChainDecision;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.Netfilter;
import org.packetwalk.kernel.netfilter.RuleTest;
import org.packetwalk.kernel.netfilter.Ruleset;
import org.packetwalk.trace.FilterEvent;

/** What a netfilter hook has to say: whether a rule stands at it, and what its rules decided about a packet. */
final class HookResults {

    private HookResults() {}

    /** The packet goes on. */
    static Text passed(FilterEvent.HookPassed passed) {
        return switch (passed.rules()) {
            case 0 -> Word.BADGE_NO_RULES.text();
            case 1 -> Word.BADGE_ONE_RULE.text();
            default -> Word.BADGE_RULES.text(Text.literal(Integer.toString(passed.rules())));
        };
    }

    /** What a chain decided, {@link Text#NONE} if it lets the packet go on. */
    static Text asked(ChainDecision decision) {
        if (decision.outcome().passes() || decision.considered().isEmpty()) {
            return Text.NONE;
        }
        RuleTest last = decision.considered().get(decision.considered().size() - 1);
        if (last.fate() == RuleTest.Fate.POLICY) {
            return Word.BADGE_DROPPED_POLICY.text();
        }
        Text number = Text.literal(Integer.toString(last.number()));
        return last.chain().equals(decision.query().hook().name())
                ? Word.BADGE_DROPPED_RULE.text(number)
                : Word.BADGE_DROPPED_CHAIN.text(Text.literal(last.chain()), number);
    }

    /** Whether a station is a hook at which nothing can happen to a packet of either family. */
    static boolean hollow(Netfilter netfilter, Station station) {
        return switch (station) {
            case OUTPUT -> hollow(netfilter, Hook.OUTPUT);
            case POSTROUTING -> hollow(netfilter, Hook.POSTROUTING);
            case PREROUTING -> hollow(netfilter, Hook.PREROUTING);
            case INPUT -> hollow(netfilter, Hook.INPUT);
            case FORWARD -> hollow(netfilter, Hook.FORWARD);
            case APP_SEND, L4_SEND, ROUTE_OUT, NEIGHBOUR, RECEIVE, ROUTE_IN, L4_RECEIVE, APP_RECEIVE -> false;
        };
    }

    private static boolean hollow(Netfilter netfilter, Hook hook) {
        return hollow(netfilter.ipv4(), hook) && hollow(netfilter.ipv6(), hook);
    }

    private static boolean hollow(Ruleset rules, Hook hook) {
        return rules.at(hook).stream()
                .flatMap(table -> table.find(hook.name()).stream())
                .allMatch(chain -> chain.rules().isEmpty() && !chain.drops());
    }
}
