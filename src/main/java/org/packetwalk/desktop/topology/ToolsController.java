package org.packetwalk.desktop.topology;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;

/** Binds the tools of the topology. They are there while the topology is. */
public final class ToolsController {
    private final LabBuilder builder;
    private final WindowModel window;

    @FXML
    private HBox tools;

    @FXML
    private Button host;

    @FXML
    private Button cable;

    @FXML
    private Button bridge;

    @FXML
    private Button address;

    @FXML
    private Button rename;

    @FXML
    private Button delete;

    /** The controller of one row of tools. */
    public ToolsController(LabBuilder builder, WindowModel window) {
        this.builder = builder;
        this.window = window;
    }

    @FXML
    private void initialize() {
        window.canvasProperty().subscribe(picture -> {
            tools.setVisible(picture == CanvasPicture.TOPOLOGY);
            tools.setManaged(picture == CanvasPicture.TOPOLOGY);
        });
        BooleanBinding nothing = Bindings.createBooleanBinding(
                () -> !builder.selectedProperty().get().isPresent(), builder.selectedProperty());
        for (Button needs : List.of(cable, bridge, address, rename, delete)) {
            needs.disableProperty().bind(nothing);
        }
        host.setOnAction(event -> builder.addHost());
        cable.setOnAction(event -> builder.connect());
        bridge.setOnAction(event -> builder.addBridge());
        address.setOnAction(event -> builder.addAddress());
        rename.setOnAction(event -> builder.rename());
        delete.setOnAction(event -> builder.delete());
        window.densityProperty().subscribe(density -> {
            boolean roomy = density != Density.COMPACT;
            for (Button named : List.of(host, cable, bridge, address)) {
                named.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
                named.setAccessibleText(named.getTooltip().getText());
            }
        });
    }
}
