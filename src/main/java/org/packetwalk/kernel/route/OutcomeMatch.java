package org.packetwalk.kernel.route;

import java.util.Optional;

/** The route of an outcome. */
final class OutcomeMatch implements RouteOutcome.Visitor<Optional<RouteMatch>> {

    @Override
    public Optional<RouteMatch> forward(RouteOutcome.Forward outcome) {
        return Optional.of(outcome.found());
    }

    @Override
    public Optional<RouteMatch> deliverLocally(RouteOutcome.DeliverLocally outcome) {
        return Optional.of(outcome.found());
    }

    @Override
    public Optional<RouteMatch> broadcast(RouteOutcome.Broadcast outcome) {
        return Optional.of(outcome.found());
    }

    @Override
    public Optional<RouteMatch> unreachable(RouteOutcome.Unreachable outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<RouteMatch> prohibited(RouteOutcome.Prohibited outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<RouteMatch> blackholed(RouteOutcome.Blackholed outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<RouteMatch> goOn(RouteOutcome.Continue outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<RouteMatch> noRoute(RouteOutcome.NoRoute outcome) {
        return Optional.empty();
    }
}
