package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

/** The arguments of an iproute2 command and how far they were read ({@code NEXT_ARG}, {@code lib/utils.c}). */
final class Words {

    private static final int USAGE = 255;

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{1,8})");

    private final List<String> words;
    private int at;
    private boolean familyKnown;
    private boolean ipv6;

    Words(List<String> words) {
        this.words = words;
    }

    /** The family is known, by an option or by the object; it is named when a word is no address. */
    void knowFamily(boolean isIpv6) {
        familyKnown = true;
        ipv6 = isIpv6;
    }

    boolean familyIsKnown() {
        return familyKnown;
    }

    boolean hasNext() {
        return at < words.size();
    }

    /** The word last read. */
    String last() {
        return words.get(at - 1);
    }

    String peek() {
        return words.get(at);
    }

    /** The next word; the real tool says so if there is none. */
    String next() {
        if (at == words.size()) {
            throw incomplete();
        }
        return words.get(at++);
    }

    void back() {
        at--;
    }

    /** The words not yet read. */
    List<String> rest() {
        return words.subList(at, words.size());
    }

    static Refusal incomplete() {
        return new Refusal(USAGE, "Command line is not complete. Try option \"help\"");
    }

    /** {@code invarg}. */
    static Refusal wrong(String word, String why) {
        return new Refusal(USAGE, "Error: argument \"" + word + "\" is wrong: " + why + "\n");
    }

    /** {@code invarg} with a reason that does not end its line itself. */
    static Refusal plainlyWrong(String word, String why) {
        return new Refusal(USAGE, "Error: argument \"" + word + "\" is wrong: " + why);
    }

    /** {@code duparg}. */
    static Refusal duplicate(String key, String word) {
        return new Refusal(USAGE, "Error: duplicate \"" + key + "\": \"" + word + "\" is the second value.");
    }

    /** {@code duparg2}. */
    static Refusal garbage(String key, String word) {
        return new Refusal(USAGE, "Error: either \"" + key + "\" is duplicate, or \"" + word + "\" is a garbage.");
    }

    /** What the real tool knows and the simulator does not do. */
    static Refusal notSimulated(String command, String word, String known) {
        return Refusal.unknownHere(USAGE, command + " " + word + " is not simulated. Known here: " + known + ".");
    }

    /** {@code matches()}: whether the word is a beginning of the keyword, by at least one letter. */
    static boolean matches(String word, String keyword) {
        return !word.isEmpty() && keyword.startsWith(word);
    }

    /** The number after a keyword, decimal, octal or hexadecimal as in C, within bounds. */
    long number(LongPredicate fits, String why) {
        String word = next();
        long value = number(word);
        if (value < 0 || !fits.test(value)) {
            throw wrong(word, why);
        }
        return value;
    }

    long unsigned32(String why) {
        return number(value -> value <= 0xffffffffL, why);
    }

    int unsigned16(String why) {
        return (int) number(value -> value <= 0xffff, why);
    }

    int unsigned8(String why) {
        return (int) number(value -> value <= 0xff, why);
    }

    /** {@code strtoul(word, …, 0)}; -1 if it is no number. */
    static long number(String word) {
        try {
            if (word.matches("0[xX][0-9a-fA-F]{1,15}")) {
                return Long.parseLong(word.substring(2), 16);
            }
            if (word.matches("0[0-7]{1,20}")) {
                return Long.parseLong(word, 8);
            }
            return word.matches("\\d{1,18}") ? Long.parseLong(word) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** A plain address, as {@code get_addr} reads it. */
    Ipv4Address address() {
        String word = next();
        if (isAny(word)) {
            return Ipv4Address.ANY;
        }
        return ShortAddress.parse(word).map(this::known).orElseThrow(() -> expected("inet", "address", word));
    }

    /** An address with an optional prefix length, host bits kept, as {@code get_prefix} reads it. */
    AddressAndLength prefix() {
        String word = next();
        AddressAndLength prefix = AddressAndLength.parse(word).orElseThrow(() -> expected("inet", "prefix", word));
        return isAny(word) ? prefix : known(prefix);
    }

    /** A prefix of either family. */
    IpPrefix anyPrefix() {
        return isIpv6() ? ipv6Prefix().prefix() : prefix().prefix();
    }

    /** An address of either family. */
    IpAddress anyAddress() {
        return isIpv6() ? ipv6Address() : address();
    }

    /** Whether an IPv6 address is wanted or comes. */
    private boolean isIpv6() {
        String word = next();
        back();
        return familyKnown ? ipv6 : word.indexOf(':') >= 0;
    }

    /** An IPv6 address; {@code any}, {@code all} and {@code default} are ::. */
    Ipv6Address ipv6Address() {
        String word = next();
        if (isAny(word)) {
            return Ipv6Address.ANY;
        }
        if (!Ipv6Address.isValid(word)) {
            throw expected("inet6", "address", word);
        }
        return known(Ipv6Address.parse(word));
    }

    /** An IPv6 address with its length, 128 if it names none. */
    Ipv6AddressAndLength ipv6Prefix() {
        String word = next();
        Ipv6AddressAndLength prefix =
                Ipv6AddressAndLength.parse(word).orElseThrow(() -> expected("inet6", "prefix", word));
        return isAny(word) ? prefix : known(prefix);
    }

    /** These words belong to no family ({@code get_addr_1}, {@code get_prefix_1}). */
    private static boolean isAny(String word) {
        return word.equals("any") || word.equals("all") || word.equals("default");
    }

    /** An address that was read tells the family of those that follow. */
    private <T> T known(T read) {
        if (!familyKnown) {
            knowFamily(read instanceof Ipv6Address || read instanceof Ipv6AddressAndLength);
        }
        return read;
    }

    /** {@code family_name_verbose}. */
    private Refusal expected(String family, String what, String word) {
        String named = familyKnown ? family : "any valid";
        return new Refusal(1, "Error: " + named + " " + what + " is expected rather than \"" + word + "\".");
    }

    /** The bytes of a hardware address, as many as were typed ({@code ll_addr_a2n}). */
    List<Integer> linkLayerAddress() {
        String word = next();
        if (word.indexOf('.') >= 0) {
            int bits = ShortAddress.parse(word).orElseThrow(() -> invalid(word)).bits();
            return List.of(bits >>> 24, bits >>> 16 & 0xff, bits >>> 8 & 0xff, bits & 0xff);
        }
        List<Integer> bytes = new ArrayList<>();
        for (String part : word.split(":", -1)) {
            // What follows the digits of a part is not looked at.
            Matcher digits = HEXADECIMAL.matcher(part);
            if (!digits.lookingAt() || Long.parseLong(digits.group(1), 16) > 0xff) {
                throw invalid(part);
            }
            bytes.add(Integer.parseInt(digits.group(1), 16));
        }
        return bytes;
    }

    private static Refusal invalid(String part) {
        return new Refusal(1, "\"" + part + "\" is invalid lladdr.");
    }

    /** A hardware address of the length that devices here have; of another one this is said. */
    static MacAddress hardwareAddress(List<Integer> bytes, Function<Integer, Refusal> otherLength) {
        if (bytes.size() != MacAddress.LENGTH) {
            throw otherLength.apply(bytes.size());
        }
        long bits = 0;
        for (int octet : bytes) {
            bits = bits << 8 | octet;
        }
        return new MacAddress(bits);
    }
}
