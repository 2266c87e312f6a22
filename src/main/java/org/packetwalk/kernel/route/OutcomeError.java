package org.packetwalk.kernel.route;

import java.util.Optional;

import org.packetwalk.kernel.Errno;

/** The error of an outcome. */
final class OutcomeError implements RouteOutcome.Visitor<Optional<Errno>> {

    @Override
    public Optional<Errno> forward(RouteOutcome.Forward outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Errno> deliverLocally(RouteOutcome.DeliverLocally outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Errno> broadcast(RouteOutcome.Broadcast outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Errno> unreachable(RouteOutcome.Unreachable outcome) {
        return Optional.of(outcome.errno());
    }

    @Override
    public Optional<Errno> prohibited(RouteOutcome.Prohibited outcome) {
        return Optional.of(Errno.EACCES);
    }

    @Override
    public Optional<Errno> blackholed(RouteOutcome.Blackholed outcome) {
        return Optional.of(Errno.EINVAL);
    }

    @Override
    public Optional<Errno> goOn(RouteOutcome.Continue outcome) {
        return Optional.of(Errno.EAGAIN);
    }

    @Override
    public Optional<Errno> noRoute(RouteOutcome.NoRoute outcome) {
        return Optional.of(Errno.ENETUNREACH);
    }
}
