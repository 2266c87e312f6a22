package org.packetwalk.kernel.route;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A change of shared route information that keeps it shared: what was one object stays one. */
final class InfoChange implements UnaryOperator<RouteInfo> {

    private final UnaryOperator<RouteInfo> change;
    private final Map<RouteInfo, RouteInfo> changed = new IdentityHashMap<>();

    InfoChange(UnaryOperator<RouteInfo> change) {
        this.change = change;
    }

    @Override
    public RouteInfo apply(RouteInfo info) {
        return changed.computeIfAbsent(info, change);
    }
}
