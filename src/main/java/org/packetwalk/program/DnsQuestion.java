package org.packetwalk.program;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.packetwalk.net.ByteString;

/** A question to a name server (RFC 1035 section 4). No lab has a name server, so answers are not read. */
final class DnsQuestion {

    /** The type of an IPv4 address. */
    static final int A = 1;

    /** The type of an IPv6 address (RFC 3596). */
    static final int AAAA = 28;

    private static final int RECURSION_DESIRED = 0x0100;
    private static final int CLASS_IN = 1;

    private DnsQuestion() {}

    /** The message that asks for a name; {@code id} is 0 to 65535. */
    static ByteString encode(int id, String name, int type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int word : new int[] {id, RECURSION_DESIRED, 1, 0, 0, 0}) {
            writeWord(out, word);
        }
        for (String label : name.split("\\.")) {
            byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
            out.write(Math.min(bytes.length, 63));
            out.write(bytes, 0, Math.min(bytes.length, 63));
        }
        out.write(0);
        writeWord(out, type);
        writeWord(out, CLASS_IN);
        return ByteString.of(out.toByteArray());
    }

    private static void writeWord(ByteArrayOutputStream out, int word) {
        out.write(word >>> 8);
        out.write(word);
    }
}
