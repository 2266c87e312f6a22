package org.packetwalk.diagram;

import java.util.Locale;

/** The stations of an opened host, in the order a packet passes them: first down on the left, then up on the right. */
public enum Station {
    APP_SEND(Layer.APPLICATION, true),
    L4_SEND(Layer.TRANSPORT, true),
    ROUTE_OUT(Layer.NETWORK, true),
    /** {@code NF_INET_LOCAL_OUT}: asked after the routing decision, not before. */
    OUTPUT(Layer.HOOK, true),
    POSTROUTING(Layer.HOOK, true),
    NEIGHBOUR(Layer.LINK, true),
    RECEIVE(Layer.LINK, false),
    PREROUTING(Layer.HOOK, false),
    ROUTE_IN(Layer.NETWORK, false),
    INPUT(Layer.HOOK, false),
    L4_RECEIVE(Layer.TRANSPORT, false),
    APP_RECEIVE(Layer.APPLICATION, false),
    /** Joins the routing decision of the right column to POSTROUTING of the left. */
    FORWARD(Layer.HOOK, false);

    private final Layer layer;
    private final boolean sends;

    Station(Layer layer, boolean sends) {
        this.layer = layer;
        this.sends = sends;
    }

    /** The layer it belongs to. */
    public Layer layer() {
        return layer;
    }

    /** Whether it stands in the left column. */
    public boolean sends() {
        return sends;
    }

    /** Its name in a {@link Subject}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The layers of the picture, with the colour of their lines. */
    public enum Layer {
        APPLICATION(Palette.PAY, Word.BAND_APPLICATION),
        TRANSPORT(Palette.L4, Word.BAND_TRANSPORT),
        NETWORK(Palette.L3, Word.BAND_NETWORK),
        /** A gate of netfilter: it lies in the band of the network layer. */
        HOOK(Palette.NF, Word.BAND_NETWORK),
        LINK(Palette.L2, Word.BAND_LINK);

        private final Palette line;
        private final Word word;

        Layer(Palette line, Word word) {
            this.line = line;
            this.word = word;
        }

        /** The colour of its lines. */
        public Palette line() {
            return line;
        }

        /** Its name, as it stands in the band. */
        public Word word() {
            return word;
        }
    }
}
