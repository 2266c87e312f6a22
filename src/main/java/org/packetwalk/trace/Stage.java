package org.packetwalk.trace;

/** Which box of the layered picture is lit. */
public enum Stage {
    /** A program makes a system call. */
    APPLICATION_SEND(Layer.APPLICATION),
    /** A transport protocol builds a packet. */
    TRANSPORT_SEND(Layer.TRANSPORT),
    /** The route of an outgoing packet. */
    ROUTE_OUTPUT(Layer.NETWORK),
    /** {@code NF_INET_LOCAL_OUT}. */
    OUTPUT(Layer.HOOK),
    /** {@code NF_INET_POST_ROUTING}. */
    POSTROUTING(Layer.HOOK),
    /** The hardware address of the next hop. */
    NEIGHBOR(Layer.LINK),
    /** A device sends. */
    DEVICE_TRANSMIT(Layer.DEVICE),
    /** A device has received. */
    DEVICE_RECEIVE(Layer.DEVICE),
    /** The frame is taken up by the stack. */
    RECEIVE(Layer.LINK),
    /** {@code NF_INET_PRE_ROUTING}. */
    PREROUTING(Layer.HOOK),
    /** The route of an incoming packet. */
    ROUTE_INPUT(Layer.NETWORK),
    /** The packet goes on to another host ({@code NF_INET_FORWARD}). */
    FORWARD(Layer.HOOK),
    /** {@code NF_INET_LOCAL_IN}. */
    INPUT(Layer.HOOK),
    /** A transport protocol takes a packet. */
    TRANSPORT_RECEIVE(Layer.TRANSPORT),
    /** A program gets data. */
    APPLICATION_RECEIVE(Layer.APPLICATION),
    /** A bridge decides. */
    BRIDGE(Layer.LINK),
    /** The configuration is asked or changed: no packet moves. */
    CONFIGURATION(Layer.APPLICATION);

    private final Layer layer;

    Stage(Layer layer) {
        this.layer = layer;
    }

    /** The layer it belongs to. */
    public Layer layer() {
        return layer;
    }

    /** The bands of the layered picture. */
    public enum Layer {
        APPLICATION,
        TRANSPORT,
        NETWORK,
        HOOK,
        LINK,
        DEVICE
    }
}
