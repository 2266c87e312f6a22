package org.packetwalk.narrate;

/**
 * Which part of a recorded lookup a step is about.
 *
 * @param kind what kind of part
 * @param rule the place of the rule among those the decision considered, from 0; -1 if no rule is meant
 * @param place the place among the visits of the trie or among the candidates, from 0; -1 if none is meant
 */
public record Row(Kind kind, int rule, int place) {

    /** The whole event. */
    public static final Row ALL = new Row(Kind.ALL, -1, -1);

    /** What kind of part. */
    public enum Kind {
        /** No part: the whole event. */
        ALL,
        /** A rule. */
        RULE,
        /** A step through the trie. */
        TRIE,
        /** An entry of a table. */
        CANDIDATE
    }
}
