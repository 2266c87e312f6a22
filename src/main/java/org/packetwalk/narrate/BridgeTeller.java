package org.packetwalk.narrate;

import org.packetwalk.kernel.device.FdbDecision;
import org.packetwalk.kernel.device.PortVisit;
import org.packetwalk.trace.BridgeEvent;

/** Tells about what a bridge learns and decides. */
final class BridgeTeller implements BridgeEvent.Visitor<Account> {

    @Override
    public Account learned(BridgeEvent.Learned event) {
        return Account.of(
                Sentence.of(Subject.DEVICE, "step.learned"),
                event.address() + " dev " + event.port(),
                Sentence.of(Subject.DEVICE, "account.learned", event.port(), event.address()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account decided(BridgeEvent.Decided event) {
        FdbDecision decision = event.decision();
        Account account = Account.of(
                Sentence.of(Subject.DEVICE, "step.bridge-decided", event.bridge()),
                PacketWords.line(event.head().skb()),
                Sentence.of(
                        Subject.DEVICE,
                        headline(decision),
                        event.bridge(),
                        decision.query().destination(),
                        chosen(decision)),
                Source.of(event.head().chain()));
        for (PortVisit visit : decision.considered()) {
            account = account.because(
                    Evidence.of(Sentence.of(Subject.DEVICE, evidence(visit.fate()), visit.name()), visit.name()));
        }
        return account.check("bridge fdb show br " + event.bridge());
    }

    private static String chosen(FdbDecision decision) {
        return String.join(
                ", ",
                decision.considered().stream()
                        .filter(visit -> visit.fate() == PortVisit.Fate.CHOSEN)
                        .map(PortVisit::name)
                        .toList());
    }

    private static String headline(FdbDecision decision) {
        return switch (decision.outcome()) {
            case LOCAL -> "account.bridge.local";
            case KNOWN_PORT -> "account.bridge.known-port";
            case KNOWN_PORT_REFUSED -> "account.bridge.known-port-refused";
            case FLOOD -> decision.passesUp() ? "account.bridge.flood-and-up" : "account.bridge.flood";
            case FLOOD_NOWHERE -> decision.passesUp() ? "account.bridge.up-only" : "account.bridge.flood-nowhere";
        };
    }

    private static String evidence(PortVisit.Fate fate) {
        return switch (fate) {
            case CHOSEN -> "evidence.bridge.chosen";
            case INGRESS -> "evidence.bridge.ingress";
            case NOT_FORWARDING -> "evidence.bridge.not-forwarding";
            case FLOODING_OFF -> "evidence.bridge.flooding-off";
            case ISOLATED -> "evidence.bridge.isolated";
            case PROXY_ARP -> "evidence.bridge.proxy-arp";
        };
    }
}
