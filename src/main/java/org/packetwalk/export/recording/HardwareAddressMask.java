package org.packetwalk.export.recording;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

/**
 * Writes {@code <mac HOST/DEV>} for hardware addresses that the lab does not name, and {@code fe80::<HOST/DEV>} for
 * link-local addresses made of them.
 */
final class HardwareAddressMask {

    private final String labSource;
    private final Map<String, String> owners = new LinkedHashMap<>();

    HardwareAddressMask(String labSource) {
        this.labSource = labSource.toLowerCase(Locale.ROOT);
    }

    /** Notes whose address this is; the first device that has it keeps it. */
    void note(String host, JsonObject link) {
        if (link.has("address") && MacAddress.isValid(link.get("address").getAsString())) {
            owners.putIfAbsent(
                    link.get("address").getAsString(),
                    host + "/" + link.get("ifname").getAsString());
        }
    }

    /** The same value with the addresses masked in every text. */
    JsonElement mask(JsonElement value) {
        if (value.isJsonObject()) {
            JsonObject masked = new JsonObject();
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> masked.add(mask(entry.getKey()), mask(entry.getValue())));
            return masked;
        }
        if (value.isJsonArray()) {
            JsonArray masked = new JsonArray();
            value.getAsJsonArray().forEach(element -> masked.add(mask(element)));
            return masked;
        }
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
                ? new JsonPrimitive(mask(value.getAsString()))
                : value;
    }

    private String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> entry : owners.entrySet()) {
            String address = entry.getKey();
            MacAddress parsed = MacAddress.parse(address);
            if (parsed.isZero() || labSource.contains(address)) {
                continue;
            }
            masked = masked.replace(address, "<mac " + entry.getValue() + ">")
                    .replace(linkLocal(parsed).toString(), "fe80::<" + entry.getValue() + ">");
        }
        return masked;
    }

    /** The link-local address of RFC 4291 appendix A. */
    private static Ipv6Address linkLocal(MacAddress address) {
        long high = address.bits() >>> 24 ^ 0x020000;
        long low = address.bits() & 0xffffff;
        return new Ipv6Address(0xfe80L << 48, high << 40 | 0xfffeL << 24 | low);
    }
}
