package org.packetwalk.desktop.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packetwalk.desktop.paint.GalleryTest.onFxThread;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Pictures;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Station;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

@ExtendWith(ApplicationExtension.class)
class PacketAnimationTest {
    private final DiagramLayout inLoopback = layout(Pictures.turningRound());
    private final DiagramLayout atReceive = layout(Pictures.turnedRound());

    @Test
    void packetTravelsAndThenTheNextStepIsShown() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            var scene = new Scene(animation.view(), 1154, 646);
            animation.show(inLoopback, Theme.LIGHT);

            animation.move(atReceive);
            animation.pass(400);
            Png.write(scene.snapshot(null), "20-moving");
            assertThat(animation.moving()).isTrue();
            assertThat(animation
                            .painter()
                            .region(Subject.packet(1))
                            .orElseThrow()
                            .isVisible())
                    .isFalse();
            animation.pass(200);
            Png.write(scene.snapshot(null), "21-header-taken-off");
            animation.pass(100);

            assertThat(animation.moving()).isFalse();
            assertThat(animation
                            .painter()
                            .region(Subject.packet(1))
                            .orElseThrow()
                            .isVisible())
                    .isTrue();
            return true;
        });
    }

    @Test
    void stepDuringAMovementFinishesItAtOnce() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            var finished = new AtomicInteger();
            animation.onFinished(finished::incrementAndGet);
            animation.show(inLoopback, Theme.LIGHT);

            animation.move(atReceive);
            animation.pass(10);
            animation.move(inLoopback);

            assertThat(finished).hasValue(1);
            assertThat(animation.moving()).isTrue();
            animation.pass(120);
            assertThat(finished).hasValue(2);
            return true;
        });
    }

    @Test
    void lookupIsShownAfterThePacketHasArrived() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            var scene = new Scene(animation.view(), 1154, 646);
            animation.show(layout(Pictures.beforeRouting()), Theme.LIGHT);

            animation.move(layout(Pictures.tableLocalHit()));
            animation.pass(150);
            Png.write(scene.snapshot(null), "22-to-routing");
            assertThat(animation.painter().region(Subject.lookup("web"))).isEmpty();
            animation.pass(280 - 150 + 160);
            assertThat(animation.painter().region(Subject.lookup("web"))).isPresent();
            animation.pass(200);
            Png.write(scene.snapshot(null), "23-looking-up");
            assertThat(animation.moving()).isTrue();
            animation.pass(100);

            assertThat(animation.moving()).isFalse();
            return true;
        });
    }

    @Test
    void speedShortensAMovement() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            animation.show(inLoopback, Theme.LIGHT);
            animation.setSpeed(4);

            animation.move(atReceive);
            animation.pass(680 / 4.0);

            assertThat(animation.moving()).isFalse();
            return true;
        });
    }

    @Test
    void aJumpElsewhereIsShownWithoutMovement() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            animation.show(inLoopback, Theme.LIGHT);

            animation.move(layout(Pictures.dropped()));

            assertThat(animation.moving()).isFalse();
            return true;
        });
    }

    @Test
    void unchangedShapesKeepTheirNodesAndTheFocus() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            var scene = new Scene(animation.view(), 1154, 646);
            animation.show(inLoopback, Theme.LIGHT);
            Subject output = Subject.station("web", Station.OUTPUT);
            SubjectRegion before = animation.painter().region(output).orElseThrow();
            before.requestFocus();

            animation.show(atReceive, Theme.LIGHT);

            assertThat(animation.painter().region(output)).containsSame(before);
            assertThat(scene.getFocusOwner()).isSameAs(before);
            assertThat(before.getAccessibleText()).contains("OUTPUT");
            return true;
        });
    }

    @Test
    void focusGoesAlongThePathAndIsSeen() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            var scene = new Scene(animation.view(), 1154, 646);
            animation.show(inLoopback, Theme.LIGHT);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            DrawingPainter painter = animation.painter();

            scene.getRoot().requestFocus();
            for (int i = 0; i < 7; i++) {
                painter.moveFocus(inLoopback.order(), 1);
            }
            Png.write(scene.snapshot(null), "24-focus");

            Subject lo = Subject.device("web", "lo");
            assertThat(painter.focused()).contains(lo);
            assertThat(painter.region(lo).orElseThrow().showsFocus()).isTrue();
            stage.close();
            return true;
        });
    }

    @Test
    void enterOpensTheFocusedStation() {
        onFxThread(() -> {
            var animation = new PacketAnimation(Fonts.load(), new PictureWords(Messages.of(Locale.ENGLISH)));
            new Scene(animation.view(), 1154, 646);
            animation.show(inLoopback, Theme.LIGHT);
            Subject output = Subject.station("web", Station.OUTPUT);
            var opened = new java.util.ArrayList<Subject>();
            animation.painter().onOpen(opened::add);

            animation
                    .painter()
                    .region(output)
                    .orElseThrow()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));

            assertThat(opened).containsExactly(output);
            return true;
        });
    }

    private static DiagramLayout layout(StackPicture picture) {
        return StackDiagram.layout(picture, new Size(1154, 646), Density.REGULAR);
    }
}
