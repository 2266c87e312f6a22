package org.packetwalk.desktop.lookup;

import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;

import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.LookupView;
import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.model.Wording;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.narrate.Messages;

/** Binds the route lookup as the inspector shows it, beside the stack. */
public final class LookupTabController {
    private final LookupModel model;
    private final WindowModel window;
    private final Fonts fonts;
    private final Messages messages;

    @FXML
    private WordingFlow headline;

    @FXML
    private ScrollPane frame;

    private RoutePane drawing;

    /** The controller of one tab. */
    public LookupTabController(LookupModel model, WindowModel window, Fonts fonts, Messages messages) {
        this.model = model;
        this.window = window;
        this.fonts = fonts;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        drawing = new RoutePane(frame, fonts, new PictureWords(messages));
        drawing.painter().onOpen(model::askWhy);
        model.shown().subscribe(this::show);
        window.tabProperty().subscribe(tab -> show(model.shown().getValue()));
        window.themeProperty()
                .subscribe(
                        theme -> drawing.dress(theme, window.densityProperty().get()));
        window.densityProperty()
                .subscribe(density -> drawing.dress(window.themeProperty().get(), density));
    }

    private void show(LookupView view) {
        if (window.tabProperty().get() == InspectorTab.ROUTE) {
            headline.show(view.isPresent() ? view.headline() : Wording.plain(messages.text("lookup.none")));
            drawing.show(view.picture());
        }
    }
}
