package org.packetwalk.narrate;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;

/** Tells about the IP layer. */
final class IpTeller implements IpEvent.Visitor<Account> {

    @Override
    public Account headerBuilt(IpEvent.HeaderBuilt event) {
        SkBuff skb = event.head().skb();
        return Account.of(
                Sentence.of(Subject.PROTOCOL, "step.header-built"),
                header(skb),
                Sentence.of(Subject.PROTOCOL, "account.header-built", PacketWords.kind(skb.packet()), skb.length()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account headerChecked(IpEvent.HeaderChecked event) {
        SkBuff skb = event.head().skb();
        return Account.of(
                        Sentence.of(Subject.PROTOCOL, "step.header-checked"),
                        header(skb),
                        Sentence.of(Subject.PROTOCOL, "account.header-checked", skb.deviceName()),
                        Source.of(event.head().chain()))
                .because(Evidence.of(Sentence.of(Subject.PROTOCOL, "evidence.header-checked"))
                        .from(Source.of(KernelFunction.IP_RCV_CORE)));
    }

    private static String header(SkBuff skb) {
        if (!skb.packet().has(Ipv4Header.class)) {
            return PacketWords.line(skb);
        }
        Ipv4Header ip = skb.packet().ipv4();
        return ip.source() + " > " + ip.destination() + " ttl " + ip.ttl() + " id " + ip.identification() + " proto "
                + ip.protocol() + " length " + ip.totalLength();
    }

    @Override
    public Account fragmented(IpEvent.Fragmented event) {
        return Account.of(
                        Sentence.of(Subject.PROTOCOL, "step.fragmented", event.fragments()),
                        PacketWords.line(event.head().skb()) + " mtu " + event.mtu(),
                        Sentence.of(Subject.PROTOCOL, "account.fragmented", event.mtu(), event.fragments()),
                        Source.of(event.head().chain()))
                .otherwise(Sentence.of(Subject.PROTOCOL, "otherwise.fragmented", event.mtu()));
    }

    @Override
    public Account fragmentKept(IpEvent.FragmentKept event) {
        return Account.of(
                Sentence.of(Subject.PACKET, "step.fragment-kept").in(Tone.WAITING),
                PacketWords.line(event.head().skb()),
                (event.missing() < 0
                                ? Sentence.of(Subject.PACKET, "account.fragment-kept.unknown", event.have())
                                : Sentence.of(Subject.PACKET, "account.fragment-kept", event.have(), event.missing()))
                        .in(Tone.WAITING),
                Source.of(event.head().chain()));
    }

    @Override
    public Account reassembled(IpEvent.Reassembled event) {
        return Account.of(
                Sentence.of(Subject.PROTOCOL, "step.reassembled"),
                PacketWords.line(event.head().skb()),
                Sentence.of(Subject.PROTOCOL, "account.reassembled", event.fragments()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account forwarded(IpEvent.Forwarded event) {
        return Account.of(
                Sentence.of(Subject.HOST, "step.forwarded"),
                "ttl " + event.ttlBefore() + " -> " + event.ttlAfter(),
                Sentence.of(
                        Subject.HOST, "account.forwarded", event.head().host(), event.ttlBefore(), event.ttlAfter()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account icmpErrorSent(IpEvent.IcmpErrorSent event) {
        Sentence message = PacketWords.icmp(event.type(), event.code());
        return Account.of(
                Sentence.of(Subject.PROTOCOL, "step.icmp-error", message),
                "icmp type " + event.type() + " code " + event.code(),
                Sentence.of(Subject.PROTOCOL, "account.icmp-error", event.head().host(), message),
                Source.of(event.head().chain()));
    }

    @Override
    public Account icmpReceived(IpEvent.IcmpReceived event) {
        boolean ipv6 = event.head().skb().packet().has(Ipv6Header.class);
        Sentence message =
                ipv6 ? PacketWords.icmpv6(event.type(), event.code()) : PacketWords.icmp(event.type(), event.code());
        Account account = Account.of(
                Sentence.of(Subject.PROTOCOL, MessageKey.of("step.icmp", event.action()), message),
                (ipv6 ? "icmpv6 type " : "icmp type ") + event.type() + " code " + event.code(),
                Sentence.of(Subject.PROTOCOL, MessageKey.of("account.icmp", event.action()), message),
                Source.of(event.head().chain()));
        return event.action() == IpEvent.IcmpAction.IGNORE
                ? account.check(
                        ipv6
                                ? "sysctl net.ipv6.icmp.echo_ignore_all net.ipv6.icmp.echo_ignore_multicast"
                                : "sysctl net.ipv4.icmp_echo_ignore_all net.ipv4.icmp_echo_ignore_broadcasts")
                : account;
    }
}
