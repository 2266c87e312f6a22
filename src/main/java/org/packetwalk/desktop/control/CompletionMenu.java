package org.packetwalk.desktop.control;

import java.util.List;

import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/** What can stand where the caret of a field is, offered below it; choosing replaces the word that was begun. */
public final class CompletionMenu {
    private static final int MOST = 12;

    private final TextField field;
    private final ContextMenu menu = new ContextMenu();

    /** The words that fit, and where the one begins that they would replace. */
    public record Offer(int from, List<String> words) {
        /** Keeps an immutable list. */
        public Offer {
            words = List.copyOf(words);
        }
    }

    /** The menu of a field. */
    public CompletionMenu(TextField field) {
        this.field = field;
        menu.setAutoFix(true);
        menu.getStyleClass().add("completion");
    }

    /** Whether it is shown. */
    public boolean isShowing() {
        return menu.isShowing();
    }

    /** Closes it. */
    public void hide() {
        menu.hide();
    }

    /** Offers words; none closes it. */
    public void show(Offer offer) {
        if (offer.words().isEmpty()) {
            menu.hide();
            return;
        }
        menu.getItems()
                .setAll(offer.words().stream()
                        .limit(MOST)
                        .map(word -> item(offer, word))
                        .toList());
        if (!menu.isShowing()) {
            Text before = new Text(field.getText().substring(0, offer.from()));
            before.setFont(field.getFont());
            Bounds typed = before.getLayoutBounds();
            menu.show(field, Side.BOTTOM, field.getInsets().getLeft() + typed.getWidth(), 2);
        }
    }

    private MenuItem item(Offer offer, String word) {
        MenuItem item = new MenuItem(word);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> take(offer, word));
        return item;
    }

    /** Puts a word in the place of the one that was begun. */
    public void take(Offer offer, String word) {
        int caret = field.getCaretPosition();
        field.replaceText(offer.from(), Math.max(offer.from(), caret), word);
        field.positionCaret(offer.from() + word.length());
    }
}
