package org.packetwalk.desktop.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another name for a host in the lines of a lab: wherever a word stands for the namespace. */
final class HostRenaming {
    private static final String BEFORE =
            "(?<=(?:\\bnetns (?:add|del|delete|exec|set|attach) |\\bnetns |-n |-netns " + "|# layout: |# trace: ))";

    private HostRenaming() {}

    /** The text with the other name. */
    static String in(String source, String before, String after) {
        String spaced = "(?<![\\w.-])" + Pattern.quote(before) + "(?![\\w.-])";
        return Pattern.compile(BEFORE + spaced).matcher(source).replaceAll(Matcher.quoteReplacement(after));
    }
}
