package org.packetwalk.kernel.netfilter;

/** How iptables writes the words of a rule. */
final class RuleText {

    private RuleText() {}

    /** A text as an argument: in quotes if it holds what a shell would take apart ({@code xtables_save_string}). */
    static String quoted(String text) {
        if (!text.isEmpty() && text.matches("[-_A-Za-z0-9]+")) {
            return text;
        }
        return "\"" + text.replaceAll("([\"'\\\\])", "\\\\$1") + "\"";
    }
}
