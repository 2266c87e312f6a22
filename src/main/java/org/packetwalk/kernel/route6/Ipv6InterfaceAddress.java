package org.packetwalk.kernel.route6;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * An IPv6 address of a device ({@code struct inet6_ifaddr}).
 *
 * @param address the address
 * @param prefixLength the length of its subnet, 0 to 128
 * @param peer the other end of a point-to-point link, :: if there is none
 * @param state where duplicate address detection is
 * @param nodad whether it is not to be checked ({@code IFA_F_NODAD})
 * @param optimistic whether it may be used while it is checked
 * @param temporary whether it is a privacy address (RFC 8981)
 * @param managesTemporary whether temporary ones are made for it ({@code IFA_F_MANAGETEMPADDR})
 * @param noPrefixRoute whether no route to its subnet is made
 * @param autojoin whether it is a group to join
 * @param home whether it is a home address of mobile IPv6
 * @param validSeconds how long it is valid from {@code updated} on, {@link #FOREVER} if always
 * @param preferredSeconds how long it is preferred
 * @param updated when the lifetimes were set
 * @param metric the metric of the route to its subnet, 0 for the kernel's 256
 * @param dynamic whether a router advertised its prefix
 */
public record Ipv6InterfaceAddress(
        Ipv6Address address,
        int prefixLength,
        Ipv6Address peer,
        DadState state,
        boolean nodad,
        boolean optimistic,
        boolean temporary,
        boolean managesTemporary,
        boolean noPrefixRoute,
        boolean autojoin,
        boolean home,
        long validSeconds,
        long preferredSeconds,
        SimTime updated,
        long metric,
        boolean dynamic) {

    /** Lifetimes that never end ({@code INFINITY_LIFE_TIME}). */
    public static final long FOREVER = 0xffffffffL;

    private static final long NANOS = 1_000_000_000L;

    /** Where duplicate address detection is (RFC 4862 section 5.4). */
    public enum DadState {
        /** Not begun or going on: not used yet. */
        TENTATIVE,
        /** Another host has it. */
        FAILED,
        /** Usable. */
        DONE
    }

    /** A permanent address that was not checked yet. */
    public static Ipv6InterfaceAddress permanent(Ipv6Address address, int prefixLength, SimTime now) {
        return new Ipv6InterfaceAddress(
                address,
                prefixLength,
                Ipv6Address.ANY,
                DadState.TENTATIVE,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                FOREVER,
                FOREVER,
                now,
                0,
                false);
    }

    /** How far it reaches. */
    public Ipv6Scope scope() {
        return Ipv6Scope.of(address);
    }

    /** The subnet that is on the link: of the peer if there is one. */
    public Ipv6Prefix subnet() {
        return Ipv6Prefix.containing(peer.isAny() ? address : peer, prefixLength);
    }

    /** The subnet of the address itself. */
    public Ipv6Prefix ownSubnet() {
        return Ipv6Prefix.containing(address, prefixLength);
    }

    /** Changed as the administrator wants it from a time on ({@code inet6_addr_modify}); its prefix length stays. */
    public Ipv6InterfaceAddress changedTo(Ipv6InterfaceAddress wanted, SimTime now) {
        return new Ipv6InterfaceAddress(
                address,
                prefixLength,
                wanted.peer.isAny() ? peer : wanted.peer,
                state,
                wanted.nodad,
                optimistic,
                temporary,
                wanted.managesTemporary,
                wanted.noPrefixRoute,
                autojoin,
                wanted.home,
                wanted.validSeconds,
                wanted.preferredSeconds,
                now,
                wanted.metric == 0 ? metric : wanted.metric,
                dynamic);
    }

    /** Whether it may not be used yet, or never. */
    public boolean tentative() {
        return state != DadState.DONE;
    }

    /** Whether new connections should not use it ({@code IFA_F_DEPRECATED}). */
    public boolean deprecated(SimTime now) {
        return preferredLeft(now) == 0;
    }

    /** Whether its end has come. */
    public boolean expired(SimTime now) {
        return validLeft(now) == 0;
    }

    /** Seconds for which it is still valid. */
    public long validLeft(SimTime now) {
        return left(validSeconds, now);
    }

    /** Seconds for which it is still preferred. */
    public long preferredLeft(SimTime now) {
        return left(preferredSeconds, now);
    }

    private long left(long seconds, SimTime now) {
        return seconds == FOREVER ? FOREVER : Math.max(0, seconds - Math.max(0, now.since(updated)) / NANOS);
    }

    /** In another state of the detection. */
    public Ipv6InterfaceAddress in(DadState now) {
        return new Ipv6InterfaceAddress(
                address,
                prefixLength,
                peer,
                now,
                nodad,
                optimistic,
                temporary,
                managesTemporary,
                noPrefixRoute,
                autojoin,
                home,
                validSeconds,
                preferredSeconds,
                updated,
                metric,
                dynamic);
    }

    /** Checked when it comes up again, or not ({@code IFA_F_NODAD}). */
    public Ipv6InterfaceAddress withNodad(boolean now) {
        return new Ipv6InterfaceAddress(
                address,
                prefixLength,
                peer,
                state,
                now,
                optimistic,
                temporary,
                managesTemporary,
                noPrefixRoute,
                autojoin,
                home,
                validSeconds,
                preferredSeconds,
                updated,
                metric,
                dynamic);
    }

    /** With other lifetimes from a time on. */
    public Ipv6InterfaceAddress lasting(long valid, long preferred, SimTime now) {
        return new Ipv6InterfaceAddress(
                address,
                prefixLength,
                peer,
                state,
                nodad,
                optimistic,
                temporary,
                managesTemporary,
                noPrefixRoute,
                autojoin,
                home,
                valid,
                preferred,
                now,
                metric,
                dynamic);
    }

    /** From a router's advertisement. */
    public Ipv6InterfaceAddress advertised() {
        return new Ipv6InterfaceAddress(
                address,
                prefixLength,
                peer,
                state,
                nodad,
                optimistic,
                temporary,
                managesTemporary,
                noPrefixRoute,
                autojoin,
                home,
                validSeconds,
                preferredSeconds,
                updated,
                metric,
                true);
    }
}
