package org.packetwalk.kernel.device;

/**
 * Whether a device works, and since when.
 *
 * @param up {@code IFF_UP}: switched on by the administrator
 * @param activated whether it was ever up in this namespace: only then its queueing discipline is more than {@code noop}
 * @param carrier whether there is a signal; always so for lo
 * @param carrierChanges how often the carrier came or went
 * @param operState the operational state
 */
public record LinkStatus(boolean up, boolean activated, boolean carrier, int carrierChanges, OperState operState) {

    /** Switched on or off. */
    LinkStatus withUp(boolean now) {
        return new LinkStatus(now, activated || now, carrier, carrierChanges, operState);
    }

    /** With a signal or without, and the operational state that follows. */
    LinkStatus withCarrier(boolean now, OperState state) {
        return new LinkStatus(up, activated, now, now == carrier ? carrierChanges : carrierChanges + 1, state);
    }

    /** As after a move to another namespace. */
    LinkStatus neverActivated() {
        return new LinkStatus(up, false, carrier, carrierChanges, operState);
    }
}
