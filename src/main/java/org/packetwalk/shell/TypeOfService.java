package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

/** The names of differentiated services ({@code /etc/iproute2/rt_dsfield}, RFC 2474, RFC 2597, RFC 3246). */
final class TypeOfService {

    private record Name(int value, String word) {}

    private static final List<Name> NAMES = List.of(
            new Name(0x00, "default"),
            new Name(0x28, "AF11"),
            new Name(0x30, "AF12"),
            new Name(0x38, "AF13"),
            new Name(0x48, "AF21"),
            new Name(0x50, "AF22"),
            new Name(0x58, "AF23"),
            new Name(0x68, "AF31"),
            new Name(0x70, "AF32"),
            new Name(0x78, "AF33"),
            new Name(0x88, "AF41"),
            new Name(0x90, "AF42"),
            new Name(0x98, "AF43"),
            new Name(0x20, "CS1"),
            new Name(0x40, "CS2"),
            new Name(0x60, "CS3"),
            new Name(0x80, "CS4"),
            new Name(0xa0, "CS5"),
            new Name(0xc0, "CS6"),
            new Name(0xe0, "CS7"),
            new Name(0xb8, "EF"));

    private TypeOfService() {}

    /** A name, or a hexadecimal number even without {@code 0x}. */
    static Optional<Integer> parse(String word) {
        for (Name name : NAMES) {
            if (name.word.equals(word)) {
                return Optional.of(name.value);
            }
        }
        String digits = word.startsWith("0x") || word.startsWith("0X") ? word.substring(2) : word;
        return digits.matches("[0-9a-fA-F]{1,2}") ? Optional.of(Integer.parseInt(digits, 16)) : Optional.empty();
    }

    static String word(int value) {
        return NAMES.stream()
                .filter(name -> name.value == value)
                .map(Name::word)
                .findFirst()
                .orElseGet(() -> "0x%02x".formatted(value));
    }
}
