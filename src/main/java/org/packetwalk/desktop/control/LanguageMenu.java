package org.packetwalk.desktop.control;

import java.util.Locale;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.narrate.Messages;

/** The choice of the language; each is named in its own words. */
public final class LanguageMenu extends MenuButton {

    /** A choice without languages yet. */
    public LanguageMenu() {
        getStyleClass().addAll("pick", "pick-language");
    }

    /** Offers the languages of a window. */
    public void bind(WindowModel window) {
        for (Locale language : window.languages()) {
            String name = Messages.of(language).text("language.name");
            MenuItem item = new MenuItem(name);
            item.setOnAction(event -> window.languageProperty().set(language));
            getItems().add(item);
            if (language.equals(window.languageProperty().get())) {
                setText(name);
            }
        }
    }
}
