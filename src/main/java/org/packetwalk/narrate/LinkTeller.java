package org.packetwalk.narrate;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.LinkEvent;

/** Tells about devices. */
final class LinkTeller implements LinkEvent.Visitor<Account> {

    @Override
    public Account queued(LinkEvent.Queued event) {
        return Account.of(
                Sentence.of(Subject.DEVICE, "step.queued", event.device()),
                line(event),
                Sentence.of(Subject.PACKET, "account.queued", event.device()),
                source(event));
    }

    @Override
    public Account transmitStarted(LinkEvent.TransmitStarted event) {
        SkBuff skb = event.head().skb();
        Account account = Account.of(
                Sentence.of(Subject.DEVICE, "step.transmit-started", event.device()),
                loopback(event)
                        ? KernelFunction.LOOPBACK_XMIT.kernelName() + " " + payload(skb) + " bytes"
                        : line(event),
                Sentence.of(
                        Subject.DEVICE,
                        loopback(event) ? "account.transmit-started.lo" : "account.transmit-started",
                        event.device(),
                        PacketWords.kind(skb.packet())),
                source(event));
        if (skb.isFrame()) {
            EthernetHeader frame = skb.packet().ethernet();
            account = account.because(Evidence.of(
                    Sentence.of(Subject.DEVICE, frameKey(event, frame), frame.destination(), frame.source()),
                    frame.source() + " > " + frame.destination() + " "
                            + frame.type().label()));
        }
        if (!loopback(event)) {
            return account.check("tcpdump -i " + event.device() + " -e -n");
        }
        return account.because(Evidence.of(
                                Sentence.of(Subject.DEVICE, "evidence.lo-turns", payload(skb)),
                                "skb_dst_force(skb)",
                                "eth_type_trans(skb, dev)",
                                "__netif_rx(skb)")
                        .from(Source.of(KernelFunction.LOOPBACK_XMIT)))
                .check("ip -s link show lo");
    }

    @Override
    public Account transmitDone(LinkEvent.TransmitDone event) {
        return Account.of(
                Sentence.of(Subject.DEVICE, "step.transmit-done", event.device()),
                line(event),
                Sentence.of(Subject.DEVICE, "account.transmit-done", event.device()),
                source(event));
    }

    @Override
    public Account receiveQueued(LinkEvent.ReceiveQueued event) {
        Account account = Account.of(
                Sentence.of(
                        Subject.DEVICE,
                        loopback(event) ? "step.receive-queued.lo" : "step.receive-queued",
                        event.device()),
                "netif_rx " + line(event),
                Sentence.of(
                        Subject.DEVICE,
                        loopback(event) ? "account.receive-queued.lo" : "account.receive-queued",
                        event.device()),
                source(event));
        return loopback(event)
                ? account.because(
                        Evidence.of(Sentence.of(Subject.DEVICE, "evidence.backlog"), "enqueue_to_backlog(skb, cpu, …)")
                                .from(Source.of(KernelFunction.NETIF_RX_INTERNAL)))
                : account;
    }

    @Override
    public Account received(LinkEvent.Received event) {
        String key = event.loopCopy() ? "account.received.copy" : "account.received";
        return Account.of(
                Sentence.of(Subject.PACKET, event.loopCopy() ? "step.received.copy" : "step.received"),
                "process_backlog, __netif_receive_skb_core",
                Sentence.of(
                        Subject.PACKET,
                        key,
                        event.device(),
                        PacketWords.kind(event.head().skb().packet())),
                source(event));
    }

    private static String frameKey(LinkEvent event, EthernetHeader frame) {
        if (loopback(event)) {
            return "evidence.frame.lo";
        }
        return frame.destination().equals(MacAddress.BROADCAST) ? "evidence.frame.broadcast" : "evidence.frame";
    }

    /** What lo counts: the packet without its link header. */
    private static int payload(SkBuff skb) {
        return skb.length() - (skb.linkHeader() ? EthernetHeader.LENGTH : 0);
    }

    /** lo has the same number in every network namespace. */
    private static boolean loopback(LinkEvent event) {
        return event.head().skb().device() == NetDevice.LOOPBACK_INDEX;
    }

    private static String line(LinkEvent event) {
        return PacketWords.line(event.head().skb());
    }

    private static Source source(LinkEvent event) {
        CallChain chain = event.head().chain();
        return Source.of(chain);
    }
}
