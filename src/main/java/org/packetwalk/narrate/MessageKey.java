package org.packetwalk.narrate;

import java.util.Locale;

/** How the keys of messages about constants are formed: {@code drop} and {@code NO_SOCKET} make {@code drop.no-socket}. */
final class MessageKey {

    private MessageKey() {}

    static String of(String prefix, Enum<?> constant) {
        return prefix + '.' + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
