package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.PacketTracking;
import org.packetwalk.kernel.SkBuff;

/** What the kernel keeps beside the bytes of a packet, by the names of {@code struct sk_buff}. */
final class SkBuffFields {

    private SkBuffFields() {}

    /** The fields now, with their values at the packet's stop before where those were others. */
    static List<FieldView> of(SkBuff skb, SkBuff before) {
        Map<String, String> earlier = before.equals(SkBuff.NONE) ? values(skb) : values(before);
        List<FieldView> fields = new ArrayList<>();
        values(skb).forEach((name, value) -> {
            String old = earlier.getOrDefault(name, value);
            fields.add(new FieldView(name, value, 0, 0, old.equals(value) ? "" : old, Wording.NONE, name));
        });
        return fields;
    }

    private static Map<String, String> values(SkBuff skb) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("len", skb.length() + "");
        values.put("dev", skb.device() == 0 ? "–" : skb.deviceName());
        values.put("skb_iif", skb.inputDevice() == 0 ? "0" : skb.inputDevice() + "");
        values.put("mark", "0x" + Integer.toHexString(skb.mark()));
        values.put("pkt_type", "PACKET_" + skb.type().name());
        values.put("_skb_refdst", route(skb.route()));
        values.put("_nfct", connection(skb.tracking()));
        values.put("sk", skb.hasSocket() ? "✓" : "–");
        if (skb.vlan() != SkBuff.UNTAGGED) {
            values.put("vlan_tci", skb.vlan() + "");
        }
        if (skb.segmentSize() > 0) {
            values.put("gso_size", skb.segmentSize() + "");
        }
        return values;
    }

    /** The connection it belongs to, and how it stands to it. */
    private static String connection(PacketTracking tracking) {
        String info = tracking.info().name();
        return tracking.connection() == 0
                ? tracking.info() == ConnectionInfo.NONE ? "–" : info
                : info + " " + tracking.connection();
    }

    /** The route attached, in the words of {@code ip route get}. */
    private static String route(DestinationEntry route) {
        if (route.type() == DestinationEntry.Kind.NONE) {
            return "–";
        }
        String type = route.type().name().toLowerCase(Locale.ROOT);
        return type + " " + route.destination() + (route.gateway().isAny() ? "" : " via " + route.gateway());
    }
}
