package org.packetwalk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.paint.Png;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Theme;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.trace.Stage;

/** The controls in all their states, in each theme; the stations and packets are those of the pictures. */
@ExtendWith(ApplicationExtension.class)
class ControlStatesTest {
    private static final String STYLES = "/org/packetwalk/assets/styles/";

    @BeforeAll
    static void fonts() {
        Fonts.load();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void statesDifferAndAreDrawn(Theme theme) {
        Button plain = button("primary", "Trace");
        Button focused = button("primary", "Trace", "focused", "focus-visible");
        CommandField field = command();
        CommandField wrong = command();
        wrong.show(new Refusal("10.42.0.300 is not an address: 300 is above 255.", 17, 20));
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            VBox sheet = new VBox(
                    18,
                    row(
                            plain,
                            button("primary", "Trace", "hover"),
                            focused,
                            disabled(),
                            button("secondary", "Compare")),
                    row(field, wrong),
                    row(filter("host == web && dropped"), filter("host == web &&")),
                    chips(),
                    row(
                            toggle("segment", false),
                            toggle("segment", true),
                            toggle("log-tab", true),
                            toggle("log-chip", false),
                            toggle("log-chip", true)));
            sheet.getStyleClass().add("root");
            sheet.setStyle("-fx-padding: 30");
            Scene scene = new Scene(sheet, 1000, 380);
            scene.getStylesheets()
                    .setAll(STYLES + "tokens-" + theme.name().toLowerCase(Locale.ROOT) + ".css", STYLES + "base.css");
            scene.snapshot(null);
            return scene.snapshot(null);
        });
        Png.write(image, "controls-" + theme.name().toLowerCase(Locale.ROOT));

        assertThat(fill(plain)).isEqualTo(Color.web(Palette.BTN.in(theme)));
        assertThat(focused.getBorder().getStrokes())
                .anyMatch(stroke -> stroke.getTopStroke().equals(Color.web(Palette.FOCUS.in(theme)))
                        && stroke.getWidths().getTop() == 3
                        && stroke.getInsets().getTop() < 0);
        assertThat(wrong.getBorder().getStrokes().get(0).getTopStroke()).isEqualTo(Color.web(Palette.DROP.in(theme)));
        assertThat(field.getBorder().getStrokes().get(0).getTopStroke()).isEqualTo(Color.web(Palette.CTL.in(theme)));
    }

    private static Color fill(Region region) {
        return (Color) region.getBackground().getFills().get(0).getFill();
    }

    private static HBox row(Node... nodes) {
        return new HBox(26, nodes);
    }

    private static Button button(String style, String text, String... states) {
        Button button = new Button(text);
        button.getStyleClass().add(style);
        for (String state : states) {
            button.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
        }
        return button;
    }

    private static Button disabled() {
        Button button = button("primary", "Trace");
        button.setDisable(true);
        return button;
    }

    private static ToggleButton toggle(String style, boolean selected) {
        ToggleButton button = new ToggleButton("left veth0");
        button.getStyleClass().add(style);
        button.setSelected(selected);
        return button;
    }

    private static CommandField command() {
        CommandField field = new CommandField();
        field.setPrefWidth(440);
        field.hostProperty().set("left");
        field.textProperty().set("ping -c1 10.42.0.300");
        return field;
    }

    private static FilterBox filter(String text) {
        FilterBox box = new FilterBox();
        box.textProperty().set(text);
        box.show(StepFilter.read(text).fault());
        return box;
    }

    private static FlowPane chips() {
        FlowPane chips = new FlowPane(10, 10);
        for (Stage.Layer layer : List.of(Stage.Layer.values())) {
            LayerChip chip = new LayerChip();
            chip.show(layer, layer.name().substring(0, 2));
            chips.getChildren().add(chip);
        }
        LayerChip dropped = new LayerChip();
        dropped.showDropped("TCP");
        Label packet = new Label("Packet 1");
        packet.getStyleClass().addAll("chip", "chip-packet");
        chips.getChildren().addAll(dropped, packet);
        return chips;
    }
}
