package org.packetwalk.diagram;

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
    ROUTING_DECISION("diagram.station.routing-decision"),
    NEIGHBOUR("diagram.station.neighbour"),
    RECEIVE_SOFTIRQ("diagram.station.receive"),
    NO_PROCESS("diagram.station.no-process"),
    KERNEL_REPLIES("diagram.station.kernel-replies"),
    /** A device. */
    BADGE_TO("diagram.badge.to"),
    BADGE_KEPT("diagram.badge.kept"),
    BADGE_LOCAL("diagram.badge.local"),
    BADGE_WAITS("diagram.badge.waits"),
    TABLE_HIT("diagram.table.hit"),
    TABLE_NO_MATCH("diagram.table.no-match"),
    TABLE_NOT_ASKED("diagram.table.not-asked"),
    TABLE_RULE_DIFFERS("diagram.table.rule-differs"),
    TABLE_SUPPRESSED("diagram.table.suppressed"),
    TABLE_THROWN("diagram.table.thrown"),
    /** Priority of the rule, what came of it. */
    TABLE_RULE("diagram.table.rule"),
    /** The name of a network namespace. */
    NAMESPACE("diagram.namespace"),
    OUTSIDE_NOTHING_SO_FAR("diagram.outside.nothing-so-far"),
    /** A device. */
    OUTSIDE_NO_FRAME("diagram.outside.no-frame"),
    OUTSIDE_NO_FRAMES("diagram.outside.no-frames"),
    VETH_PAIR("diagram.wire.veth"),
    /** The hardware address a frame is for. */
    FRAME_BROADCAST("diagram.wire.broadcast"),
    FRAME_TO("diagram.wire.to"),
    /** The address asked for. */
    ARP_WHO_HAS("diagram.arp.who-has"),
    /** The address asked for, its hardware address. */
    ARP_IS_AT("diagram.arp.is-at"),
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

    private final String key;

    Word(String key) {
        this.key = key;
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
