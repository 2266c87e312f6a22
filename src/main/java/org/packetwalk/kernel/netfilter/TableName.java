package org.packetwalk.kernel.netfilter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of iptables, in the order in which {@code iptables-save} prints them. */
public enum TableName {
    MANGLE(List.of(Hook.values()), -150),
    SECURITY(List.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT), 50),
    RAW(List.of(Hook.PREROUTING, Hook.OUTPUT), -300),
    FILTER(List.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT), 0),
    NAT(List.of(Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING), -100);

    private static final int SOURCE_NAT = 100;

    private final List<Hook> hooks;
    private final int priority;

    TableName(List<Hook> hooks, int priority) {
        this.hooks = hooks;
        this.priority = priority;
    }

    /** The name as typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The hooks at which it has a built-in chain, each called like its hook. */
    public List<Hook> hooks() {
        return hooks;
    }

    /** When its chain at a hook is asked ({@code enum nf_ip_hook_priorities}): lower is earlier; sources are translated late. */
    public int priority(Hook hook) {
        return this == NAT && (hook == Hook.INPUT || hook == Hook.POSTROUTING) ? SOURCE_NAT : priority;
    }

    /** The table of a name. */
    public static Optional<TableName> parse(String label) {
        for (TableName table : values()) {
            if (table.label().equals(label)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** The hook whose built-in chain of this table has a name, if it is one. */
    public Optional<Hook> hook(String chain) {
        return hooks.stream().filter(hook -> hook.name().equals(chain)).findFirst();
    }
}
