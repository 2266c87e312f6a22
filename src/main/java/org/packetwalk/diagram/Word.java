package org.packetwalk.diagram;

import java.util.Arrays;

/** The terms that a picture itself brings, each with its message key. */
public enum Word {
    BAND_APPLICATION("diagram.band.application"),
    BAND_TRANSPORT("diagram.band.transport"),
    BAND_NETWORK("diagram.band.network"),
    BAND_LINK("diagram.band.link"),
    SEND("diagram.direction.send"),
    RECEIVE("diagram.direction.receive"),
    NOT_REACHED("diagram.not-reached"),
    DOWN("diagram.down"),
    MTU("diagram.mtu"),
    MORE_ROWS("diagram.rows.more"),
    MORE_TABLES("diagram.tables.more"),
    MORE_DEVICES("diagram.devices.more"),
    ROUTING_DECISION("diagram.station.routing-decision", 14),
    NEIGHBOUR("diagram.station.neighbour", 9),
    RECEIVE_SOFTIRQ("diagram.station.receive", 8),
    NO_PROCESS("diagram.station.no-process", 10),
    KERNEL_REPLIES("diagram.station.kernel-replies", 14),
    /** A device. */
    BADGE_TO("diagram.badge.to", 3),
    BADGE_KEPT("diagram.badge.kept"),
    BADGE_LOCAL("diagram.badge.local"),
    BADGE_WAITS("diagram.badge.waits"),
    BADGE_NO_RULES("diagram.badge.no-rules", 8),
    BADGE_ONE_RULE("diagram.badge.one-rule", 16),
    /** How many rules. */
    BADGE_RULES("diagram.badge.rules", 16),
    /** The number of the rule. */
    BADGE_DROPPED_RULE("diagram.badge.dropped-rule", 16),
    /** The chain, the number of the rule in it. */
    BADGE_DROPPED_CHAIN("diagram.badge.dropped-chain", 12),
    BADGE_DROPPED_POLICY("diagram.badge.dropped-policy", 17),
    TABLE_HIT("diagram.table.hit", 3),
    TABLE_NO_MATCH("diagram.table.no-match", 8),
    TABLE_NOT_ASKED("diagram.table.not-asked", 9),
    TABLE_RULE_DIFFERS("diagram.table.rule-differs", 14),
    TABLE_SUPPRESSED("diagram.table.suppressed", 10),
    TABLE_THROWN("diagram.table.thrown", 5),
    /** Priority of the rule, what came of it. */
    TABLE_RULE("diagram.table.rule", 8),
    /** The name of a network namespace. */
    NAMESPACE("diagram.namespace"),
    OUTSIDE_NOTHING_SO_FAR("diagram.outside.nothing-so-far", 34),
    /** A device. */
    OUTSIDE_NO_FRAME("diagram.outside.no-frame", 44),
    OUTSIDE_NO_FRAMES("diagram.outside.no-frames", 50),
    VETH_PAIR("diagram.wire.veth"),
    /** The hardware address a frame is for. */
    FRAME_BROADCAST("diagram.wire.broadcast"),
    FRAME_TO("diagram.wire.to"),
    /** The address asked for. */
    ARP_WHO_HAS("diagram.arp.who-has"),
    /** The address asked for, its hardware address. */
    ARP_IS_AT("diagram.arp.is-at"),
    LOOKUP_FOR_ROUTE("diagram.lookup.for-route"),
    LOOKUP_FOR_ADDRESS_TYPE("diagram.lookup.for-address-type"),
    LOOKUP_FOR_SOURCE_CHECK("diagram.lookup.for-source-check"),
    LOOKUP_FOR_GATEWAY("diagram.lookup.for-gateway"),
    LOOKUP_ONE_TRIE("diagram.lookup.one-trie"),
    LOOKUP_RULE("diagram.lookup.rule"),
    LOOKUP_TABLE("diagram.lookup.table"),
    LOOKUP_MATCH("diagram.lookup.match"),
    LOOKUP_NO_MATCH("diagram.lookup.no-match"),
    LOOKUP_NOT_FOR("diagram.lookup.not-for"),
    LOOKUP_NO_TABLE("diagram.lookup.no-table"),
    LOOKUP_JUMPS("diagram.lookup.jumps"),
    LOOKUP_NO_TARGET("diagram.lookup.no-target"),
    LOOKUP_NOP("diagram.lookup.nop"),
    LOOKUP_JUMPED_OVER("diagram.lookup.jumped-over"),
    LOOKUP_NOT_ASKED("diagram.lookup.not-asked"),
    LOOKUP_MORE_RULES("diagram.lookup.more-rules"),
    LOOKUP_REFUSES("diagram.lookup.refuses"),
    LOOKUP_DIFFERS("diagram.lookup.differs"),
    LOOKUP_FITS("diagram.lookup.fits"),
    LOOKUP_FITS_ANY("diagram.lookup.fits-any"),
    LOOKUP_OTHER_TOS("diagram.lookup.other-tos"),
    LOOKUP_TOO_FAR("diagram.lookup.too-far"),
    LOOKUP_DEAD("diagram.lookup.dead"),
    LOOKUP_LINKDOWN("diagram.lookup.linkdown"),
    LOOKUP_NOT_BY("diagram.lookup.not-by"),
    LOOKUP_BEHIND("diagram.lookup.behind"),
    LOOKUP_SHORTER("diagram.lookup.shorter"),
    LOOKUP_MORE_ROWS("diagram.lookup.more-rows"),
    LOOKUP_DESTINATION("diagram.lookup.destination"),
    LOOKUP_WAYS("diagram.lookup.ways"),
    LOOKUP_SOURCES("diagram.lookup.sources"),
    LOOKUP_SEEN("diagram.lookup.seen"),
    LEGEND_MATCHES("diagram.legend.matches"),
    LEGEND_DIFFERS("diagram.legend.differs"),
    LEGEND_NOT_COMPARED("diagram.legend.not-compared"),
    LEGEND_OUTSIDE("diagram.legend.outside"),
    LEGEND_WINNER("diagram.legend.winner"),
    TRIE_TITLE("diagram.trie.title"),
    TRIE_ROOT("diagram.trie.root"),
    TRIE_EMPTY_SLOT("diagram.trie.empty-slot"),
    TRIE_NOTHING_HERE("diagram.trie.nothing-here"),
    TRIE_NOT_VISITED("diagram.trie.not-visited"),
    TRIE_OTHERS("diagram.trie.others"),
    TRIE_TESTS_BIT("diagram.trie.tests-bit"),
    TRIE_TESTS_BITS("diagram.trie.tests-bits"),
    TRIE_NO_ANSWER("diagram.trie.no-answer"),
    TRIE_NOTHING("diagram.trie.nothing"),
    TRIE_BACK_AT_TOP("diagram.trie.back-at-top"),
    TRIE_WINS("diagram.trie.wins"),
    TRIE_STRAIGHT("diagram.trie.straight"),
    TRIE_BACKED_UP("diagram.trie.backed-up"),
    TRIE_SAME("diagram.trie.same"),
    ANSWER_DEVICE("diagram.answer.device"),
    ANSWER_NEXT_HOP("diagram.answer.next-hop"),
    ANSWER_SOURCE("diagram.answer.source"),
    ANSWER_TYPE("diagram.answer.type"),
    ANSWER_ITSELF("diagram.answer.itself"),
    ANSWER_ONLY_ASKS("diagram.answer.only-asks"),
    ANSWER_NEEDS_ARP("diagram.answer.needs-arp"),
    ACCESSIBLE_RUNG("diagram.accessible.rung"),
    ACCESSIBLE_BITS_DIFFER("diagram.accessible.bits-differ"),
    ACCESSIBLE_BITS_FIT("diagram.accessible.bits-fit"),
    STATE_DEFAULT("diagram.state.default"),
    STATE_CURRENT("diagram.state.current"),
    STATE_PASSED("diagram.state.passed"),
    STATE_NOT_REACHED("diagram.state.not-reached"),
    STATE_WAITING("diagram.state.waiting"),
    STATE_DROPPED("diagram.state.dropped"),
    STATE_DOWN("diagram.state.down"),
    /** Title, layer, state. */
    ACCESSIBLE_STATION("diagram.accessible.station"),
    /** Title, layer, state, result. */
    ACCESSIBLE_STATION_RESULT("diagram.accessible.station-result"),
    /** Name, status. */
    ACCESSIBLE_TABLE("diagram.accessible.table"),
    /** Type and prefix, device. */
    ACCESSIBLE_ROW("diagram.accessible.row"),
    /** Name, address, state. */
    ACCESSIBLE_DEVICE("diagram.accessible.device"),
    /** Name, addresses. */
    ACCESSIBLE_HOST("diagram.accessible.host"),
    /** Number, the header blocks outermost first. */
    ACCESSIBLE_PACKET("diagram.accessible.packet"),
    /** One end, other end. */
    ACCESSIBLE_CABLE("diagram.accessible.cable");

    private static final int SHORT = 4;

    private final String key;
    private final int length;

    Word(String key) {
        this(key, SHORT);
    }

    /** A word of about so many characters, without its arguments. */
    Word(String key, int length) {
        this.key = key;
        this.length = length;
    }

    /** About how many characters the word of a key has, without its arguments: layout does not know the words. */
    static int length(String key) {
        return Arrays.stream(values())
                .filter(word -> word.key.equals(key))
                .mapToInt(word -> word.length)
                .findFirst()
                .orElse(SHORT);
    }

    /** About how many characters a text has: those of its word, whose language is not known here, and what it is about. */
    static int length(Text text) {
        return text.match(String::length, (key, arguments) -> {
            int about = length(key);
            for (Text argument : arguments) {
                about += length(argument);
            }
            return about;
        });
    }

    /** The key in the message bundles. */
    public String key() {
        return key;
    }

    /** The word as a text, with its arguments. */
    public Text text(Text... arguments) {
        return Text.message(key, arguments);
    }
}
