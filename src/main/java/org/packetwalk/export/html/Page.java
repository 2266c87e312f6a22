package org.packetwalk.export.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.svg.XmlText;

/** What both kinds of page have: the head with its styles, and the colours of a theme. */
final class Page {
    private Page() {}

    /** A whole page. */
    static String of(String language, String title, Theme theme, String sheet, String body) {
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + XmlText.escaped(title) + "</title>\n"
                + "<style>\n:root { " + colours(theme) + " }\n" + file(sheet) + "</style>\n</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    /** A file beside this class. */
    static String file(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The file " + name + " is missing in this build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String colours(Theme theme) {
        return Palette.tokens().stream()
                .map(colour -> colour.token().replace("-pw-", "--") + ": " + colour.in(theme) + ";")
                .collect(Collectors.joining(" "));
    }
}
