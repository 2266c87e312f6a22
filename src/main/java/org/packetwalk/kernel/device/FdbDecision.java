package org.packetwalk.kernel.device;

import java.util.List;

/**
 * Where a bridge sends a frame, and why.
 *
 * @param query the question
 * @param considered the ports that were looked at, in the kernel's order: newest first
 * @param outcome the answer
 */
public record FdbDecision(FdbQuery query, List<PortVisit> considered, FdbOutcome outcome) {

    /** Copies the list. */
    public FdbDecision {
        considered = List.copyOf(considered);
    }

    /** The ports the frame leaves by, in order. */
    public List<Integer> ports() {
        return considered.stream()
                .filter(visit -> visit.fate() == PortVisit.Fate.CHOSEN)
                .map(PortVisit::port)
                .toList();
    }

    /** Whether the host itself gets the frame: its own address, a group, or everything. */
    public boolean passesUp() {
        return query.ingress() != 0
                && (outcome == FdbOutcome.LOCAL
                        || query.promiscuous()
                        || query.destination().isMulticast());
    }
}
