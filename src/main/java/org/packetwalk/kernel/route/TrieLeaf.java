package org.packetwalk.kernel.route;

/** The routes that begin at one address, in the order the lookup tries them. Immutable. */
final class TrieLeaf implements TrieNode {

    final int key;
    private final Object content;

    private TrieLeaf(int key, Object content) {
        this.key = key;
        this.content = content;
    }

    /** A leaf with one route; the usual case keeps no array. */
    static TrieLeaf of(int key, FibAlias only) {
        return new TrieLeaf(key, only);
    }

    static TrieLeaf of(int key, FibAlias[] aliases) {
        return new TrieLeaf(key, aliases.length == 1 ? aliases[0] : aliases);
    }

    int size() {
        return content instanceof FibAlias[] several ? several.length : 1;
    }

    FibAlias alias(int index) {
        return content instanceof FibAlias[] several ? several[index] : (FibAlias) content;
    }

    /** 32 minus the shortest prefix: that of the last alias. */
    int suffixLength() {
        return content instanceof FibAlias[] several
                ? several[several.length - 1].suffixLength
                : ((FibAlias) content).suffixLength;
    }

    TrieLeaf inserting(int at, FibAlias added) {
        int size = size();
        FibAlias[] longer = new FibAlias[size + 1];
        for (int i = 0; i < size; i++) {
            longer[i < at ? i : i + 1] = alias(i);
        }
        longer[at] = added;
        return new TrieLeaf(key, longer);
    }

    TrieLeaf replacing(int at, FibAlias changed) {
        FibAlias[] same = new FibAlias[size()];
        for (int i = 0; i < same.length; i++) {
            same[i] = i == at ? changed : alias(i);
        }
        return of(key, same);
    }

    TrieLeaf removing(int at) {
        FibAlias[] shorter = new FibAlias[size() - 1];
        for (int i = 0; i < shorter.length; i++) {
            shorter[i] = alias(i < at ? i : i + 1);
        }
        return of(key, shorter);
    }

    /** The index of the first alias not before the given key ({@code fib_find_alias}), or the size. */
    int find(int suffixLength, int tos, long metric, int table) {
        int size = size();
        for (int i = 0; i < size; i++) {
            FibAlias alias = alias(i);
            if (alias.suffixLength < suffixLength) {
                continue;
            }
            if (alias.suffixLength != suffixLength) {
                return size;
            }
            int byTable = Integer.compareUnsigned(alias.table, table);
            if (byTable > 0) {
                continue;
            }
            if (byTable < 0) {
                return size;
            }
            if (alias.tos() > tos) {
                continue;
            }
            if (alias.info.metric() >= metric || alias.tos() < tos) {
                return i;
            }
        }
        return size;
    }

    /** Where an alias goes that is to stand behind all of its prefix length and table ({@code fib_insert_alias}). */
    int endOf(int suffixLength, int table) {
        int size = size();
        for (int i = 0; i < size; i++) {
            FibAlias alias = alias(i);
            if (suffixLength < alias.suffixLength
                    || suffixLength == alias.suffixLength && Integer.compareUnsigned(table, alias.table) > 0) {
                return i;
            }
        }
        return size;
    }
}
