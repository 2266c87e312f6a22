package org.packetwalk.desktop.paint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.diagram.Group;
import org.packetwalk.diagram.Rect;
import org.packetwalk.diagram.Shape;
import org.packetwalk.diagram.Theme;

/** The images of tokens, kept as long as they are used: a thousand packets with the same headers share one. */
final class TokenImages {
    private static final int MOST = 200;

    private final Map<Look, TokenImage> images = new Recent();

    /** All that decides how an image looks. */
    private record Look(List<Shape> shapes, Theme theme, double scale) {}

    /** The image of a token; on the thread of the window only. */
    TokenImage of(Group token, ShapeNodes nodes, double scale) {
        Rect bounds = token.bounds();
        Group atOrigin = (Group) new Shifted(-bounds.x(), -bounds.y()).group(token);
        Look look = new Look(atOrigin.shapes(), nodes.theme(), scale);
        return images.computeIfAbsent(look, none -> TokenImage.of(atOrigin, nodes, scale));
    }

    /** Forgets what was not used for the longest time. */
    private static final class Recent extends LinkedHashMap<Look, TokenImage> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, TokenImage> eldest) {
            return size() > MOST;
        }
    }
}
