package org.packetwalk.shell;

import java.util.List;
import java.util.function.LongPredicate;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

/** The arguments of an iproute2 command and how far they were read ({@code NEXT_ARG}, {@code lib/utils.c}). */
final class Words {

    private static final int USAGE = 255;

    private final List<String> words;
    private int at;

    Words(List<String> words) {
        this.words = words;
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
        if (word.equals("any") || word.equals("all") || word.equals("default")) {
            return Ipv4Address.ANY;
        }
        return ShortAddress.parse(word)
                .orElseThrow(() -> new Refusal(1, "Error: inet address is expected rather than \"" + word + "\"."));
    }

    /**
     * An address with an optional prefix length, host bits kept, as {@code get_prefix} reads it.
     *
     * @param familyKnown whether the tool already knows that it wants IPv4
     */
    AddressAndLength prefix(boolean familyKnown) {
        String word = next();
        return AddressAndLength.parse(word)
                .orElseThrow(() -> new Refusal(
                        1,
                        "Error: " + (familyKnown || word.contains(":") ? "inet" : "any valid")
                                + " prefix is expected rather than \"" + word + "\"."));
    }

    /** A prefix of either family. */
    IpPrefix anyPrefix() {
        String word = next();
        if (word.indexOf(':') >= 0) {
            back();
            return ipv6Prefix(false).prefix();
        }
        back();
        return prefix(false).prefix();
    }

    /** An address of either family. */
    IpAddress anyAddress() {
        String word = next();
        back();
        return word.indexOf(':') >= 0 ? ipv6Address() : address();
    }

    /** An IPv6 address; {@code any}, {@code all} and {@code default} are ::. */
    Ipv6Address ipv6Address() {
        String word = next();
        if (word.equals("any") || word.equals("all") || word.equals("default")) {
            return Ipv6Address.ANY;
        }
        if (!Ipv6Address.isValid(word)) {
            throw new Refusal(1, "Error: inet6 address is expected rather than \"" + word + "\".");
        }
        return Ipv6Address.parse(word);
    }

    /** An IPv6 address with its length, 128 if it names none. */
    Ipv6AddressAndLength ipv6Prefix(boolean familyKnown) {
        String word = next();
        return Ipv6AddressAndLength.parse(word)
                .orElseThrow(() -> new Refusal(
                        1,
                        "Error: " + (familyKnown ? "inet6" : "any valid") + " prefix is expected rather than \"" + word
                                + "\"."));
    }

    MacAddress hardwareAddress() {
        String word = next();
        if (!MacAddress.isValid(word)) {
            throw new Refusal(1, "\"" + word + "\" is invalid lladdr.");
        }
        return MacAddress.parse(word);
    }
}
