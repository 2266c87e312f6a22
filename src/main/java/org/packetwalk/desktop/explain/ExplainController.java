package org.packetwalk.desktop.explain;

import java.util.Locale;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.Paced;
import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.CausesView;
import org.packetwalk.desktop.model.ChangeView;
import org.packetwalk.desktop.model.EvidenceView;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.WhyView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.model.Wording;
import org.packetwalk.narrate.Messages;

/** Shows the reason of the current step. */
public final class ExplainController {
    private static final int AFTER_THE_PICTURE = 2;

    private final ExplainModel model;
    private final WindowModel window;
    private final Messages messages;

    @FXML
    private Label outcome;

    @FXML
    private WordingFlow headline;

    @FXML
    private VBox evidence;

    @FXML
    private VBox otherwise;

    @FXML
    private WordingFlow otherwiseText;

    @FXML
    private VBox change;

    @FXML
    private WordingFlow changeText;

    @FXML
    private VBox changeTried;

    @FXML
    private Label changeCommand;

    @FXML
    private Label changeResult;

    @FXML
    private VBox causes;

    @FXML
    private Label causesOf;

    @FXML
    private VBox causeCards;

    @FXML
    private VBox check;

    @FXML
    private Label checkCommand;

    @FXML
    private Label checkOutput;

    /** The controller of one panel. */
    public ExplainController(ExplainModel model, WindowModel window, Messages messages) {
        this.model = model;
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        model.causes().subscribe(this::showCauses);
        model.remedy().addListener((property, before, tried) -> showTried(tried));
        Paced.follow(
                model.why().when(window.tabProperty().isEqualTo(InspectorTab.WHY)),
                window.playingProperty(),
                AFTER_THE_PICTURE,
                this::show);
    }

    private void show(WhyView why) {
        headline.show(why == WhyView.NONE ? Wording.plain(messages.text("canvas.empty")) : why.headline());
        showOutcome(why.outcome());
        evidence.getChildren().clear();
        int last = why.evidence().size();
        for (int i = 1; i <= last; i++) {
            EvidenceView piece = why.evidence().get(i - 1);
            evidence.getChildren().add(new EvidenceRow(i, piece, model));
        }
        if (last == 0 && why != WhyView.NONE && why.outcome() == WhyView.Outcome.GOES_ON) {
            evidence.getChildren().add(WordingFlow.of(Wording.plain(messages.text("inspector.nothing")), "body"));
        }
        boolean failed = why.outcome() == WhyView.Outcome.DROPPED || why.outcome() == WhyView.Outcome.REFUSED;
        otherwiseText.show(why.otherwise());
        shown(otherwise, !why.otherwise().isEmpty() && !failed);
        showChange(why.otherwise(), failed);
        checkCommand.setText(String.join(
                "\n", why.check().commands().stream().map(line -> "$ " + line).toList()));
        checkOutput.setText(why.check().output());
        shown(checkOutput, !why.check().output().isEmpty());
        shown(check, why.check().isPresent());
    }

    /** What to change: the sentence, and below it, when it was found, the command that was seen to help. */
    private void showChange(Wording sentence, boolean failed) {
        changeText.show(sentence);
        if (failed && !window.playingProperty().get()) {
            model.lookForRemedy();
        }
        showTried(model.remedy().getValue());
    }

    private void showTried(ChangeView tried) {
        WhyView.Outcome end = model.why().getValue().outcome();
        boolean failed = end == WhyView.Outcome.DROPPED || end == WhyView.Outcome.REFUSED;
        changeCommand.setText(tried.host() + " $ " + tried.command());
        changeResult.setText(tried.result());
        shown(changeTried, tried.isPresent());
        boolean said = !model.why().getValue().otherwise().isEmpty();
        shown(change, failed && (said || tried.isPresent()));
    }

    private void showCauses(CausesView shown) {
        causesOf.setText(messages.text("inspector.why.causes", shown.shown()));
        causeCards
                .getChildren()
                .setAll(shown.causes().stream()
                        .map(cause -> new CauseCard(cause, () -> model.goTo(cause)))
                        .toList());
        shown(causes, shown.isPresent());
    }

    @FXML
    private void adopt() {
        model.adopt();
    }

    @FXML
    private void forgetCauses() {
        model.forgetCauses();
    }

    private void showOutcome(WhyView.Outcome shown) {
        String name = shown.name().toLowerCase(Locale.ROOT);
        boolean ends = shown != WhyView.Outcome.GOES_ON;
        outcome.getStyleClass().setAll("label", "chip", "outcome", name);
        outcome.setText(ends ? messages.text("inspector.outcome." + name) : "");
        shown(outcome, ends);
    }

    @FXML
    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", model.why().getValue().check().commands()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
