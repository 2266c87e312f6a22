package org.packetwalk.desktop.compare;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.packetwalk.desktop.control.CommandField;
import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.ComparisonView;
import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.model.Wording;
import org.packetwalk.desktop.paint.DrawingPainter;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.narrate.Messages;

/** Binds the comparison: what it is with, the rows between the two pictures, and what made the walks part. */
public final class CompareController {
    private final CompareModel model;
    private final WindowModel window;
    private final Fonts fonts;
    private final Messages messages;

    @FXML
    private VBox compare;

    @FXML
    private CommandField command;

    @FXML
    private MenuButton branches;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private Label refusal;

    @FXML
    private WordingFlow headline;

    @FXML
    private Region body;

    @FXML
    private Region oneFrame;

    @FXML
    private Pane one;

    @FXML
    private Region otherFrame;

    @FXML
    private Pane other;

    @FXML
    private Label oneCommand;

    @FXML
    private Label otherCommand;

    @FXML
    private ListView<ComparisonView.Row> rows;

    @FXML
    private Label oneSummary;

    @FXML
    private Label otherSummary;

    @FXML
    private Label cause;

    @FXML
    private Label causeLines;

    private DrawingPainter onePainter;
    private DrawingPainter otherPainter;

    /** The controller of one view. */
    public CompareController(CompareModel model, WindowModel window, Fonts fonts, Messages messages) {
        this.model = model;
        this.window = window;
        this.fonts = fonts;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        PictureWords words = new PictureWords(messages);
        onePainter = new DrawingPainter(one, fonts, words);
        otherPainter = new DrawingPainter(other, fonts, words);
        command.field().setId("compare-command");
        command.hostButton().setId("compare-host");
        command.field().setPromptText(messages.text("compare.prompt"));
        command.field().setAccessibleText(messages.text("compare.prompt"));
        command.hostProperty().bindBidirectional(model.hostProperty());
        command.textProperty().bindBidirectional(model.textProperty());
        command.field().setOnAction(event -> model.traceBoth());
        branches.setOnShowing(event -> offer());
        offer();
        clip(oneFrame);
        clip(otherFrame);
        rows.setCellFactory(list -> new CompareCell(model));
        previous.disableProperty().bind(model.comparisonProperty().map(view -> view.first() < 0));
        next.disableProperty().bind(model.comparisonProperty().map(view -> view.first() < 0));
        model.comparisonProperty().subscribe(this::show);
        model.rowProperty().subscribe(row -> look(row.intValue()));
        model.canvasProperty().subscribe(this::appear);
        window.themeProperty().addListener(change -> draw());
        window.densityProperty().subscribe(density -> {
            shown(oneFrame, density != Density.COMPACT);
            shown(otherFrame, density != Density.COMPACT);
        });
        oneFrame.widthProperty().addListener(change -> draw());
        oneFrame.heightProperty().addListener(change -> draw());
        otherFrame.widthProperty().addListener(change -> draw());
        otherFrame.heightProperty().addListener(change -> draw());
        rows.getSelectionModel().selectedIndexProperty().subscribe(index -> model.look(index.intValue()));
    }

    private void appear(CanvasPicture picture) {
        compare.setVisible(picture == CanvasPicture.COMPARE);
        command.offer(model.hosts());
        offer();
        draw();
    }

    private void offer() {
        branches.getItems().clear();
        for (String branch : model.branches()) {
            MenuItem item = new MenuItem(branch);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.compareWith(branch));
            branches.getItems().add(item);
        }
        branches.setDisable(branches.getItems().isEmpty());
    }

    private void show(ComparisonView view) {
        refusal.setText(view.refusal().text());
        shown(refusal, view.refusal().isPresent());
        headline.show(view.isPresent() ? view.headline() : Wording.plain(messages.text("compare.none")));
        shown(body, view.isPresent());
        oneCommand.setText(view.one());
        otherCommand.setText(view.other());
        rows.getItems().setAll(view.rows());
        oneSummary.setText(view.oneSummary());
        otherSummary.setText(view.otherSummary());
        cause.setText(view.cause());
        causeLines.setText(String.join("\n", view.causeLines()));
        shown(causeLines, !view.causeLines().isEmpty());
    }

    private void look(int row) {
        if (row >= 0) {
            rows.getSelectionModel().select(row);
            rows.scrollTo(Math.max(0, row - 3));
            draw();
        }
    }

    private void draw() {
        if (compare.isVisible() && model.rowProperty().get() >= 0) {
            draw(onePainter, oneFrame, model.one());
            draw(otherPainter, otherFrame, model.other());
        }
    }

    private void draw(DrawingPainter painter, Region frame, StackPicture picture) {
        if (frame.isVisible() && frame.getWidth() >= 100 && frame.getHeight() >= 100) {
            Size size = new Size(Math.floor(frame.getWidth()), Math.floor(frame.getHeight()));
            painter.show(
                    StackDiagram.layout(picture.alone(), size, Density.COMPACT).drawing(),
                    window.themeProperty().get());
        }
    }

    /** What a picture needs more than there is room for is not drawn over its neighbours. */
    private static void clip(Region frame) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(frame.widthProperty());
        clip.heightProperty().bind(frame.heightProperty());
        frame.setClip(clip);
    }

    @FXML
    private void traceBoth() {
        model.traceBoth();
    }

    @FXML
    private void next() {
        model.next();
    }

    @FXML
    private void previous() {
        model.previous();
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
