package org.packetwalk.desktop.exporting;

import java.io.ByteArrayInputStream;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.narrate.Messages;

/** The sheet on which a format is chosen, with a look at what comes of it. */
public final class ExportSheet extends VBox {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 440;

    private final ExportModel model;
    private final ExportVerbs verbs;
    private final Messages messages;
    private final Runnable close;
    private final ListView<ExportFormat> formats = new ListView<>();
    private final StackPane preview = new StackPane();

    /** The sheet of a model; {@code close} takes it away. */
    public ExportSheet(ExportModel model, ExportVerbs verbs, Runnable close) {
        this.model = model;
        this.verbs = verbs;
        this.messages = model.messages();
        this.close = close;
        setId("export-sheet");
        getStyleClass().addAll("sheet", "export-sheet");
        setAccessibleText(messages.text("export.title"));
        HBox body = new HBox(formats(), preview);
        body.getStyleClass().add("export-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        preview.setId("export-preview");
        preview.getStyleClass().add("export-preview");
        preview.setMinSize(WIDTH, HEIGHT);
        preview.setMaxSize(WIDTH, HEIGHT);
        getChildren().setAll(head(), body, foot());
        model.previewProperty().subscribe(this::show);
        model.look();
    }

    /** What has the focus when it is opened. */
    public Node first() {
        return formats;
    }

    private Node head() {
        Label title = new Label(messages.text("export.title"));
        title.getStyleClass().add("sheet-title");
        HBox head = new HBox(title, gap(), button("export-close", messages.text("sheet.close"), close));
        head.getStyleClass().add("sheet-head");
        return head;
    }

    private Node formats() {
        formats.setId("export-formats");
        formats.setMaxHeight(HEIGHT);
        formats.getStyleClass().add("export-formats");
        formats.getItems().setAll(ExportFormat.values());
        formats.setAccessibleText(messages.text("export.title"));
        formats.setCellFactory(list -> new Cell());
        formats.getSelectionModel().select(model.formatProperty().get());
        formats.getSelectionModel().selectedItemProperty().addListener((property, before, format) -> {
            if (format != null) {
                model.formatProperty().set(format);
                model.look();
            }
        });
        return formats;
    }

    private Node foot() {
        ToggleGroup group = new ToggleGroup();
        HBox themes = new HBox();
        themes.getStyleClass().add("segments");
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            ToggleButton one =
                    new ToggleButton(messages.text("export.theme." + (theme == Theme.DARK ? "dark" : "light")));
            one.setId(theme == Theme.DARK ? "export-dark" : "export-light");
            one.getStyleClass().setAll("segment");
            one.setToggleGroup(group);
            one.setSelected(model.themeProperty().get() == theme);
            one.setOnAction(event -> {
                one.setSelected(true);
                model.themeProperty().set(theme);
                model.look();
            });
            themes.getChildren().add(one);
        }
        // words and packets have no colours
        shownFor(
                themes,
                Bindings.createBooleanBinding(() -> model.formatProperty().get().isDrawn(), model.formatProperty()));
        Button save = button("export-save", messages.text("export.save"), () -> {
            close.run();
            verbs.save(model.formatProperty().get());
        });
        save.getStyleClass().setAll("button", "primary");
        HBox foot = new HBox(
                themes,
                devices(),
                gap(),
                button("export-copy", messages.text("export.copy"), verbs::copyPicture),
                save);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("import-row");
        return foot;
    }

    /** All devices or one of them: only the packets are divided by that. */
    private Node devices() {
        MenuButton choice = new MenuButton();
        choice.setId("export-device");
        choice.getStyleClass().addAll("pick", "pick-small");
        choice.setMinWidth(USE_PREF_SIZE);
        choice.setMnemonicParsing(false);
        choice.setAccessibleText(messages.text("export.device"));
        if (!model.devices().contains(model.deviceProperty().get())) {
            model.deviceProperty().set(ExportModel.EVERY_DEVICE);
        }
        device(choice, ExportModel.EVERY_DEVICE);
        model.devices().forEach(name -> device(choice, name));
        model.deviceProperty().subscribe(name -> choice.setText(deviceName(name)));
        shownFor(choice, model.formatProperty().isEqualTo(ExportFormat.PCAPNG));
        return choice;
    }

    private void device(MenuButton choice, String name) {
        MenuItem item = new MenuItem(deviceName(name));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            model.deviceProperty().set(name);
            model.look();
        });
        choice.getItems().add(item);
    }

    private String deviceName(String name) {
        return name.equals(ExportModel.EVERY_DEVICE) ? messages.text("export.device.all") : name;
    }

    private static void shownFor(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void show(Preview made) {
        if (made.picture().length > 0) {
            ImageView picture = new ImageView(new Image(new ByteArrayInputStream(made.picture())));
            picture.setPreserveRatio(true);
            picture.setSmooth(true);
            picture.setFitWidth(WIDTH - 2);
            picture.setFitHeight(HEIGHT - 2);
            preview.getChildren().setAll(picture);
        } else {
            Label words = new Label(made.words());
            words.getStyleClass().add("export-words");
            ScrollPane scroll = new ScrollPane(words);
            preview.getChildren().setAll(scroll);
        }
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button button(String id, String text, Runnable verb) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("secondary");
        button.setOnAction(event -> verb.run());
        return button;
    }

    private final class Cell extends ListCell<ExportFormat> {
        Cell() {
            getStyleClass().add("export-format");
        }

        @Override
        protected void updateItem(ExportFormat format, boolean empty) {
            super.updateItem(format, empty);
            setText(empty ? null : messages.text("export.format." + format.id()));
        }
    }
}
