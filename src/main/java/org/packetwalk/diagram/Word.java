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
