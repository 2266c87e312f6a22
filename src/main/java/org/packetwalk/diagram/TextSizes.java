package org.packetwalk.diagram;

import static org.packetwalk.diagram.TextRole.BADGE;
import static org.packetwalk.diagram.TextRole.BAND;
import static org.packetwalk.diagram.TextRole.DEVICE;
import static org.packetwalk.diagram.TextRole.DEVICE_ADDRESS;
import static org.packetwalk.diagram.TextRole.DEVICE_LOOPBACK;
import static org.packetwalk.diagram.TextRole.DIRECTION;
import static org.packetwalk.diagram.TextRole.HEADER_BLOCK;
import static org.packetwalk.diagram.TextRole.HOOK_FORWARD;
import static org.packetwalk.diagram.TextRole.HOST_ADDRESS;
import static org.packetwalk.diagram.TextRole.HOST_NAME;
import static org.packetwalk.diagram.TextRole.HOST_SUBTITLE;
import static org.packetwalk.diagram.TextRole.OUTSIDE_ADDRESS;
import static org.packetwalk.diagram.TextRole.ROUTING_DECISION;
import static org.packetwalk.diagram.TextRole.STATION;
import static org.packetwalk.diagram.TextRole.TABLE_HIT;
import static org.packetwalk.diagram.TextRole.TABLE_NAME;
import static org.packetwalk.diagram.TextRole.TABLE_ROW;
import static org.packetwalk.diagram.TextRole.TABLE_STATUS;
import static org.packetwalk.diagram.TextRole.TABLE_STATUS_STRONG;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** The sizes of the texts of an opened host where they are not {@link TextRole#size()}, in logical pixels. */
final class TextSizes {

    private final Map<TextRole, Double> sizes = new EnumMap<>(TextRole.class);

    private TextSizes() {}

    static Map<TextRole, Double> regular() {
        return new TextSizes().sizes;
    }

    static Map<TextRole, Double> smaller(double address) {
        return new TextSizes()
                .size(15.5, STATION, ROUTING_DECISION)
                .size(17, HOST_NAME)
                .size(address, HOST_ADDRESS)
                .size(12.5, BAND)
                .size(13, DIRECTION)
                .size(18, DEVICE_LOOPBACK)
                .sizes;
    }

    static Map<TextRole, Double> presentation() {
        return new TextSizes()
                .all(21)
                .size(24, STATION, ROUTING_DECISION)
                .size(27, HOST_NAME)
                .size(30, DEVICE_LOOPBACK)
                .size(22.5, DEVICE)
                .size(20, HOST_SUBTITLE, HOST_ADDRESS, DIRECTION, TABLE_NAME)
                .size(19, BADGE, TABLE_ROW, TABLE_HIT, HOOK_FORWARD, OUTSIDE_ADDRESS)
                .size(18, BAND, TABLE_STATUS, TABLE_STATUS_STRONG)
                .size(17.4, DEVICE_ADDRESS)
                .size(17, HEADER_BLOCK)
                .sizes;
    }

    /** Two hosts beside each other. */
    static Map<TextRole, Double> presentationHalf() {
        return new TextSizes()
                .all(17)
                .size(21, STATION, ROUTING_DECISION)
                .size(24, HOST_NAME)
                .size(26, DEVICE_LOOPBACK)
                .size(20, DEVICE)
                .sizes;
    }

    /** All texts in a card and beside it. */
    private TextSizes all(double size) {
        EnumSet.range(HOST_NAME, HOOK_FORWARD).forEach(role -> sizes.put(role, size));
        return size(size, HEADER_BLOCK);
    }

    private TextSizes size(double size, TextRole... roles) {
        for (TextRole role : roles) {
            sizes.put(role, size);
        }
        return this;
    }
}
