package org.packetwalk.narrate;

import org.packetwalk.trace.PacketEvent;

/** Tells how packets end. */
final class PacketTeller implements PacketEvent.Visitor<Account> {

    @Override
    public Account dropped(PacketEvent.Dropped event) {
        String where = event.function().kernelName();
        if (event.harmless()) {
            return Account.of(
                            Sentence.of(Subject.PACKET, "step.freed", where),
                            event.reason() + " " + where,
                            Sentence.of(Subject.PACKET, MessageKey.of("account.freed", event.function()), where),
                            Source.of(event.function()))
                    .because(Evidence.of(
                            Sentence.of(Subject.PACKET, "evidence.freed"),
                            "kfree_skb reason: " + event.reason() + " location: " + where));
        }
        return Account.of(
                        Sentence.of(Subject.PACKET, "step.dropped", where).in(Tone.DROPPED),
                        event.reason() + " "
                                + PacketWords.way(event.head().skb().packet()),
                        Sentence.of(
                                        Subject.PACKET,
                                        MessageKey.of("drop", event.reason()),
                                        event.head().host(),
                                        PacketWords.way(event.head().skb().packet()),
                                        event.head().skb().deviceName())
                                .in(Tone.DROPPED),
                        Source.of(event.function()))
                .because(Evidence.of(
                                Sentence.of(Subject.PACKET, "evidence.dropped", where),
                                "kfree_skb reason: " + event.reason() + " location: " + where)
                        .from(Source.of(event.function())))
                .otherwise(Sentence.of(
                        Subject.HOST,
                        MessageKey.of("change", event.reason()),
                        event.head().host(),
                        event.head().skb().deviceName()))
                .check("dropwatch", "nstat -az");
    }

    @Override
    public Account consumed(PacketEvent.Consumed event) {
        return Account.of(
                Sentence.of(Subject.PACKET, "step.consumed"),
                "consume_skb",
                Sentence.of(
                        Subject.PACKET,
                        "account.consumed",
                        PacketWords.kind(event.head().skb().packet())),
                Source.of(event.head().chain()));
    }
}
