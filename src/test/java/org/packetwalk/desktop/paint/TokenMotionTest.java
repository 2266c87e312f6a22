package org.packetwalk.desktop.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout.Journey;
import org.packetwalk.diagram.Pictures;
import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;

class TokenMotionTest {
    private final Journey inLoopback = journey(Pictures.turningRound());
    private final Journey atReceive = journey(Pictures.turnedRound());

    @Test
    void leavingLoopbackTakes520MillisecondsAndLosingTheHeader160More() {
        TokenMotion motion = TokenMotion.between(inLoopback, atReceive, false);

        assertThat(motion.millis()).isEqualTo(520 + 160);
    }

    @Test
    void tokenStartsWhereItRestedAndEndsWhereItRests() {
        TokenMotion motion = TokenMotion.between(inLoopback, atReceive, false);

        assertThat(distance(motion.at(0).center(), inLoopback)).isCloseTo(0, within(0.01));
        assertThat(distance(motion.at(680).center(), atReceive)).isCloseTo(0, within(0.01));
        assertThat(motion.at(680).done()).isTrue();
        assertThat(motion.at(679).done()).isFalse();
    }

    @Test
    void movementHasNoJumps() {
        TokenMotion motion = TokenMotion.between(inLoopback, atReceive, false);

        for (int millis = 1; millis <= 680; millis++) {
            double step =
                    motion.at(millis - 1).center().distance(motion.at(millis).center());
            assertThat(step).as("at %d ms", millis).isLessThan(3);
        }
    }

    @Test
    void alongLoopbackTheTrailGrowsEvenly() {
        TokenMotion motion = TokenMotion.between(inLoopback, atReceive, false);
        double start = motion.at(0).trail();
        double end = motion.at(520).trail();

        assertThat(motion.at(260).trail()).isCloseTo((start + end) / 2, within(0.5));
        assertThat(end).isEqualTo(atReceive.track().length());
    }

    @Test
    void stepBackTakes120Milliseconds() {
        TokenMotion motion = TokenMotion.between(atReceive, inLoopback, false);

        assertThat(motion.millis()).isEqualTo(120);
        assertThat(motion.at(60).trail()).isLessThan(atReceive.track().length());
    }

    @Test
    void withReducedMotionTheTokenIsOnlyEverAtOneOfItsTwoPlaces() {
        TokenMotion motion = TokenMotion.between(inLoopback, atReceive, true);

        assertThat(motion.millis()).isEqualTo(120);
        assertThat(distance(motion.at(59).center(), inLoopback)).isZero();
        assertThat(distance(motion.at(61).center(), atReceive)).isZero();
        assertThat(motion.at(60).opacity()).isCloseTo(0, within(0.02));
    }

    @Test
    void easingStartsSlowlyAndEndsMoreSlowly() {
        assertThat(TokenMotion.easeInOut(0)).isCloseTo(0, within(1e-6));
        assertThat(TokenMotion.easeInOut(1)).isCloseTo(1, within(1e-6));
        // cubic-bezier(0.4, 0, 0.2, 1) of CSS at a half
        assertThat(TokenMotion.easeInOut(0.5)).isCloseTo(0.7756, within(0.001));
    }

    private static double distance(Point point, Journey journey) {
        return point.distance(journey.token().bounds().center());
    }

    private static Journey journey(StackPicture picture) {
        return StackDiagram.layout(picture, new Size(1154, 646), Density.REGULAR)
                .journeys()
                .get(0);
    }
}
