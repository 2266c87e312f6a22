package org.packetwalk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who may know whom: the layer table of the architecture guide as data. */
final class Layers {

    static final String BASE = "org.packetwalk";

    /** Layer, package, the layers and packages it may use, and what of others. {@code **} means with all below. */
    private static final String TABLE = """
             0 | net              |                              |
             1 | packet           | 0                            |
             2 | kernel           | 0-1                          | org.pcollections
             2 | capture          | 0-2                          |
             3 | kernel.device    | 0-2                          | org.pcollections
             3 | kernel.route     | 0-2                          | org.pcollections
             3 | kernel.route6    | 0-2 kernel.route             | org.pcollections
             3 | kernel.neigh     | 0-2                          | org.pcollections
             3 | kernel.netfilter | 0-2                          | org.pcollections
             3 | kernel.socket    | 0-2                          | org.pcollections
             3 | kernel.sysctl    | 0-2                          | org.pcollections
             4 | trace            | 0-3                          |
             5 | stack            | 0-4                          | org.pcollections
             5 | filter           | 0-4                          |
             6 | netlink          | 0-5                          | org.pcollections
             6 | program          | 0-5                          | org.pcollections
             7 | sim              | 0-6                          | org.pcollections
             8 | shell            | 0-7                          |
             9 | lab              | 0-8                          |
            10 | importing        | 0-9                          |
            10 | session          | 0-9                          |
            11 | narrate          | 0-4                          |
            12 | diagram          | 0-7 11                       |
            12 | lesson           | 0-11                         |
            13 | export.contract  | 0-9 11-12                    |
            13 | export.json      | 0-9 11-12 export.contract    | com.google.gson
            13 | export.recording | 0-9 11-12 export.contract    | com.google.gson
            13 | export.pcapng    | 0-9 11-12 export.contract    |
            13 | export.svg       | 0-9 11-12 export.contract    |
            13 | export.html      | 0-9 11-12 export.contract export.svg |
            13 | export.image     | 0-9 11-12 export.contract    | java.awt javax.imageio
            13 | export.text      | 0-9 11-12 export.contract    |
            13 | export           | 0-9 11-12 export.**          |
            14 | cli              | 0-13                         | picocli com.google.gson
            14 | desktop.**       | 0-13 desktop.**              | com.google.gson java.util.logging javafx org.controlsfx org.kordamp.ikonli org.commonmark
            """;

    private static final List<Layer> ALL = TABLE.lines().map(Layers::row).toList();

    private Layers() {}

    /**
     * One package.
     *
     * @param number the layer it stands in
     * @param name its name below the base package
     * @param uses the layers, ranges of layers and packages of ours it may use
     * @param others packages of others it may use, with all below them
     */
    record Layer(int number, String name, List<String> uses, List<String> others) {

        boolean mayUse(Layer other) {
            return equals(other) || uses.stream().anyMatch(word -> names(word, other));
        }

        boolean mayUseForeign(String packageName) {
            return others.stream().anyMatch(name -> packageName.equals(name) || packageName.startsWith(name + "."));
        }

        private static boolean names(String word, Layer other) {
            if (!Character.isDigit(word.charAt(0))) {
                return matches(word, other.name);
            }
            String[] ends = word.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            return other.number >= Integer.parseInt(ends[0]) && other.number <= last;
        }
    }

    /** The layer of a package. */
    static Optional<Layer> of(String packageName) {
        if (!packageName.startsWith(BASE + ".")) {
            return Optional.empty();
        }
        String name = packageName.substring(BASE.length() + 1);
        return ALL.stream().filter(layer -> matches(layer.name, name)).findFirst();
    }

    private static boolean matches(String pattern, String name) {
        if (pattern.endsWith(".**")) {
            String folder = pattern.substring(0, pattern.length() - 3);
            return name.equals(folder) || name.equals(pattern) || name.startsWith(folder + ".");
        }
        return pattern.equals(name);
    }

    private static Layer row(String row) {
        String[] cells = row.split("\\|", -1);
        return new Layer(Integer.parseInt(cells[0].strip()), cells[1].strip(), words(cells[2]), words(cells[3]));
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.strip().split(" +"));
    }
}
