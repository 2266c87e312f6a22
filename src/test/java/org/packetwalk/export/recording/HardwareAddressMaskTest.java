package org.packetwalk.export.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class HardwareAddressMaskTest {

    @Test
    void addressesThatTheLabDoesNotNameAreMaskedInEveryText() {
        HardwareAddressMask mask = new HardwareAddressMask("ip link add eth0 address 02:00:00:00:00:0A type veth\n");
        mask.note("a", link("eth0", "02:00:00:00:00:0a"));
        mask.note("a", link("eth1", "34:56:78:9a:bc:de"));
        mask.note("b", link("eth1", "34:56:78:9a:bc:de"));
        mask.note("a", link("lo", "00:00:00:00:00:00"));

        // the interface identifier of RFC 4291 appendix A: the universal bit inverted, fffe in the middle
        JsonElement masked = mask.mask(
                texts("from 34:56:78:9a:bc:de", "fe80::3656:78ff:fe9a:bcde", "02:00:00:00:00:0a", "00:00:00:00:00:00"));

        assertThat(masked)
                .isEqualTo(texts("from <mac a/eth1>", "fe80::<a/eth1>", "02:00:00:00:00:0a", "00:00:00:00:00:00"));
    }

    private static JsonObject link(String name, String address) {
        JsonObject link = new JsonObject();
        link.addProperty("ifname", name);
        link.addProperty("address", address);
        return link;
    }

    private static JsonArray texts(String... texts) {
        JsonArray array = new JsonArray();
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }
}
