package org.packetwalk.narrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words of one language: a value that is handed to whoever speaks. Sentences are whole messages with
 * {@link MessageFormat} parameters; a key that is not known answers itself, so that a forgotten one is seen and not fatal.
 */
public final class Messages {
    private static final String FOLDER = "/org/packetwalk/assets/i18n/messages_";

    /** They do not change while the program runs, and looking for their files takes longer than reading them. */
    private static final List<Messages> ALL = readAll();

    private final Locale locale;
    private final SortedMap<String, String> patterns;

    private Messages(Locale locale, SortedMap<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /** The words of a locale's language, English if there are none. */
    public static Messages of(Locale locale) {
        return ALL.stream()
                .filter(messages -> messages.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ALL.get(0));
    }

    /** The languages there are words for: English first, then in the order of their codes. */
    public static List<Locale> languages() {
        return ALL.stream().map(Messages::locale).toList();
    }

    private static List<Messages> readAll() {
        List<Messages> all = new ArrayList<>();
        all.add(read(Locale.ENGLISH));
        for (String code : Locale.getISOLanguages()) {
            Locale language = new Locale(code);
            if (!language.equals(Locale.ENGLISH) && Messages.class.getResource(file(language)) != null) {
                all.add(read(language));
            }
        }
        return List.copyOf(all);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** All keys. */
    public SortedSet<String> keys() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(patterns.keySet()));
    }

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /**
     * The sentence of a key with its parameters put in. A number is written as it is, without a separator of thousands (a
     * port is no amount), unless the message asks for a format itself.
     */
    public String text(String key, Object... arguments) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            return key;
        }
        return plain(pattern) ? put(pattern, arguments) : formatted(pattern, arguments);
    }

    /** Whether parameters stand in it by their numbers only: nearly all do, and then nothing has to be parsed. */
    private static boolean plain(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char here = pattern.charAt(i);
            boolean parameter = here == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            if (here == '\'' || here == '{' && !(parameter && Character.isDigit(pattern.charAt(i + 1)))) {
                return false;
            }
        }
        return true;
    }

    private static String put(String pattern, Object... arguments) {
        StringBuilder text = new StringBuilder(pattern.length() + 16 * arguments.length);
        int done = 0;
        for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
            int number = pattern.charAt(at + 1) - '0';
            if (number < arguments.length) {
                text.append(pattern, done, at).append(arguments[number]);
                done = at + 3;
            }
        }
        return text.append(pattern, done, pattern.length()).toString();
    }

    private String formatted(String pattern, Object... arguments) {
        MessageFormat format = new MessageFormat(pattern, locale);
        Format[] formats = format.getFormatsByArgumentIndex();
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            boolean plain = i >= formats.length || formats[i] == null;
            shown[i] = plain ? String.valueOf(arguments[i]) : arguments[i];
        }
        return format.format(shown);
    }

    private static Messages read(Locale language) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file(language))) {
            if (in == null) {
                throw new IllegalStateException("The words of " + language + " are missing in this build.");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> patterns = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            patterns.put(key, properties.getProperty(key));
        }
        return new Messages(language, patterns);
    }

    private static String file(Locale language) {
        return FOLDER + language.getLanguage() + ".properties";
    }
}
