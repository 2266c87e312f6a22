package org.packetwalk.desktop.paint;

import javafx.scene.canvas.GraphicsContext;

import org.packetwalk.diagram.DiagramLayout.Journey;
import org.packetwalk.diagram.Path;
import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.StackPicture.Traveller;

/** A motion with the pictures of its token before and after. */
record Moving(TokenMotion motion, TokenImage before, TokenImage after) {

    /** How a token looks; as long as it looks the same it is only moved. */
    record Look(boolean after, double growth, double opacity, boolean gone) {}

    int number() {
        return motion.after().traveller().number();
    }

    double width() {
        return Math.max(before.width(), after.width());
    }

    double height() {
        return Math.max(before.height(), after.height());
    }

    Look look(TokenMotion.Frame frame) {
        boolean gone = frame.done() && motion.after().traveller().fate() == Traveller.Fate.GONE;
        boolean growing = frame.showsAfter() && motion.headersChange() && !frame.done();
        return new Look(frame.showsAfter(), growing ? frame.growth() : 1, frame.opacity(), gone);
    }

    void draw(GraphicsContext to, Point center, Look look) {
        to.setGlobalAlpha(look.opacity());
        if (look.after() && look.growth() < 1) {
            boolean grows = after.width() > before.width();
            TokenImage wide = grows ? after : before;
            double difference = Math.abs(after.width() - before.width());
            wide.drawNarrowed(to, center, difference * (grows ? 1 - look.growth() : look.growth()));
        } else if (!look.gone()) {
            (look.after() ? after : before).draw(to, center);
        }
        to.setGlobalAlpha(1);
    }

    /** The journey whose track it moves along. */
    Journey along() {
        return motion.kind() == TokenMotion.Kind.BACK ? motion.before() : motion.after();
    }

    /** The part of the trail that stays as it is during the motion. */
    Path restingTrail(double width) {
        return along().trail(motion.shortest(), width);
    }
}
