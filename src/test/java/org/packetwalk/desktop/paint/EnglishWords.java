package org.packetwalk.desktop.paint;

import java.util.List;
import java.util.function.Function;

import org.packetwalk.diagram.Text;

/** The terms of the pictures in English, for tests. */
final class EnglishWords implements Function<Text, String> {
    @Override
    public String apply(Text text) {
        return text.match(literal -> literal, this::message);
    }

    private String message(String key, List<Text> arguments) {
        String first = arguments.isEmpty() ? "" : apply(arguments.get(0));
        return switch (key) {
            case "diagram.band.application" -> "Application";
            case "diagram.band.transport" -> "Transport · L4";
            case "diagram.band.network" -> "Network · L3";
            case "diagram.band.link" -> "Link · L2";
            case "diagram.direction.send" -> "↓ send";
            case "diagram.direction.receive" -> "receive ↑";
            case "diagram.not-reached" -> "not reached";
            case "diagram.down" -> "down";
            case "diagram.mtu" -> "mtu " + first;
            case "diagram.rows.more" -> first + " more";
            case "diagram.tables.more" -> first + " more tables";
            case "diagram.devices.more" -> first + " more devices";
            default ->
                key.substring(key.lastIndexOf('.') + 1)
                        + String.join(
                                "",
                                arguments.stream()
                                        .map(argument -> " " + apply(argument))
                                        .toList());
        };
    }
}
