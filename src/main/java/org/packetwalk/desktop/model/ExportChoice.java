package org.packetwalk.desktop.model;

import java.util.Arrays;
import java.util.Locale;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;

/** In which format and colours walks are exported; it is remembered. */
public final class ExportChoice {
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.PNG);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    /** The same choice for content that is replaced one day. */
    ExportChoice followedBy(Followers followers) {
        ExportChoice same = new ExportChoice();
        followers.same(same.format, format);
        followers.same(same.theme, theme);
        return same;
    }

    /** The format. */
    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** The colours of pictures. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The choice as one word, such as {@code png-dark}. */
    public String word() {
        return format.get().id() + "-" + theme.get().name().toLowerCase(Locale.ROOT);
    }

    /** Takes up a choice; what is none leaves it as it is. */
    public void choose(String word) {
        for (ExportFormat one : ExportFormat.values()) {
            Arrays.stream(Theme.values())
                    .filter(colours ->
                            word.equals(one.id() + "-" + colours.name().toLowerCase(Locale.ROOT)))
                    .forEach(colours -> {
                        format.set(one);
                        theme.set(colours);
                    });
        }
    }
}
