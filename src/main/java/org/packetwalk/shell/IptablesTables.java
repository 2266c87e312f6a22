package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.netfilter.Chain;
import org.packetwalk.kernel.netfilter.Counter;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.Rule;
import org.packetwalk.kernel.netfilter.Ruleset;
import org.packetwalk.kernel.netfilter.TableName;
import org.packetwalk.kernel.netfilter.VerdictTarget;
import org.packetwalk.netlink.FilterRequest;

/** The tables of a host while an iptables program changes them ({@code iptables/nft.c}); nothing is changed until the commit. */
final class IptablesTables {

    private final IptablesTool tool;
    private final Ruleset before;
    private final List<FilterTable> changed = new ArrayList<>();

    IptablesTables(IptablesTool tool, Computer computer, HostId host) {
        this.tool = tool;
        this.before = computer.machine().host(host).netfilter().rules(tool.six());
    }

    /** A table as it is now. */
    FilterTable table(TableName name) {
        return changed.stream()
                .filter(table -> table.name() == name)
                .findFirst()
                .orElseGet(() -> before.get(name));
    }

    /** Whether a table was made. */
    boolean exists(TableName name) {
        return changed.stream().anyMatch(table -> table.name() == name)
                || before.find(name).isPresent();
    }

    /** Takes a table as it shall be. */
    void put(FilterTable table) {
        changed.removeIf(one -> one.name() == table.name());
        changed.add(table);
    }

    /** A chain, be it a built-in one that the kernel does not have yet. */
    Chain chain(TableName table, String name) {
        return table(table).find(name).orElseThrow(this::unknown);
    }

    /** A chain that the kernel has. */
    private Chain made(TableName table, String name) {
        return table(table).find(name).filter(Chain::made).orElseThrow(this::unknown);
    }

    private Refusal unknown() {
        return tool.refused("No chain/target/match by that name.");
    }

    private void put(TableName table, Chain chain) {
        put(table(table).with(chain));
    }

    /** {@code -A} and {@code -I}; the place counts from 1. */
    void insert(TableName table, String name, List<Rule> rules, int place) {
        Chain chain = chain(table, name).asMade();
        if (place - 1 > chain.rules().size()) {
            throw tool.refused("Index of insertion too big.");
        }
        int at = place - 1;
        for (Rule rule : rules) {
            chain = chain.insert(at++, rule);
        }
        put(table, chain);
    }

    void append(TableName table, String name, List<Rule> rules) {
        insert(table, name, rules, chain(table, name).rules().size() + 1);
    }

    /** A name that is no target must be a chain. */
    void target(TableName table, Rule rule) {
        if (rule.target() instanceof VerdictTarget.Jump jump) {
            Optional<Chain> found = table(table).find(jump.chain());
            if (found.isEmpty() && jump.chain().matches("[A-Z0-9]+") && looksLikeTarget(jump.chain())) {
                throw tool.notSimulated("-j " + jump.chain(), String.join(", ", IptablesTarget.KNOWN) + ", a chain");
            }
            if (found.isEmpty()) {
                throw tool.wrong("Chain '" + jump.chain() + "' does not exist");
            }
        }
    }

    /** Whether the real tool has a target of this name; no chain may have it. */
    static boolean isTarget(String name) {
        return IptablesTarget.KNOWN.contains(name) || looksLikeTarget(name);
    }

    private static boolean looksLikeTarget(String name) {
        return List.of(
                        "AUDIT",
                        "CHECKSUM",
                        "CLASSIFY",
                        "CLUSTERIP",
                        "CONNSECMARK",
                        "DSCP",
                        "ECN",
                        "HL",
                        "HMARK",
                        "IDLETIMER",
                        "LED",
                        "NFLOG",
                        "NFQUEUE",
                        "QUEUE",
                        "RATEEST",
                        "SECMARK",
                        "SET",
                        "SYNPROXY",
                        "TCPMSS",
                        "TCPOPTSTRIP",
                        "TEE",
                        "TOS",
                        "TPROXY",
                        "TRACE",
                        "TTL",
                        "ULOG",
                        "DNPT",
                        "SNPT")
                .contains(name);
    }

    void replace(TableName table, String name, Rule rule, int place) {
        target(table, rule);
        Chain chain = made(table, name);
        if (place > chain.rules().size()) {
            throw tool.refused("Index of replacement too big.");
        }
        put(table, chain.replace(place - 1, rule));
    }

    void delete(TableName table, String name, int place) {
        Chain chain = made(table, name);
        if (place > chain.rules().size()) {
            throw tool.refused("Index of deletion too big.");
        }
        put(table, chain.remove(place - 1));
    }

    void delete(TableName table, String name, Rule rule) {
        target(table, rule);
        put(table, chain(table, name).remove(place(table, name, rule)));
    }

    /** {@code -C}: the place of a rule that says the same, from 0. */
    int place(TableName table, String name, Rule rule) {
        List<Rule> rules = table(table).find(name).map(Chain::rules).orElse(List.of());
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).same(rule)) {
                return i;
            }
        }
        throw noSuchRule();
    }

    /** {@code -F}; one chain by its name, or all if they are told, is made if it was not. */
    void flush(TableName table, Optional<String> name, boolean told) {
        if (name.isPresent()) {
            put(table, chain(table, name.get()).asMade().with(List.of()));
        } else if (told || exists(table)) {
            table(table).chains().forEach(chain -> put(table, (told ? chain.asMade() : chain).with(List.of())));
        }
    }

    /** {@code -Z} of chains, and of built-in ones the kernel does not have only if they are listed or told. */
    void zero(TableName table, Optional<String> name, boolean listed) {
        if (listed && !exists(table)) {
            throw tool.failed(
                    "CHAIN_ZERO",
                    "No such file or directory",
                    "chain " + name.orElse(table(table).chains().get(0).name()));
        }
        if (name.isPresent()) {
            put(table, (listed ? chain(table, name.get()) : made(table, name.get())).zeroed());
        } else if (exists(table)) {
            table(table).chains().stream()
                    .filter(chain -> listed || chain.made())
                    .forEach(chain -> put(table, chain.zeroed()));
        }
    }

    /** {@code -Z} of one rule, its place counted from 1. */
    void zero(TableName table, String name, int place) {
        Chain chain = table(table).find(name).filter(Chain::made).orElseThrow(this::noSuchRule);
        if (place <= chain.rules().size()) {
            put(table, chain.replace(place - 1, chain.rules().get(place - 1).counted(Counter.ZERO)));
        }
    }

    private Refusal noSuchRule() {
        return tool.refused("Bad rule (does a matching rule exist in that chain?).");
    }

    void create(TableName table, String name) {
        if (table(table).find(name).isPresent()) {
            throw tool.refused("Chain already exists.");
        }
        put(table, Chain.user(name));
    }

    /** {@code -X}: of one chain, or of all that were made. */
    void delete(TableName table, Optional<String> name) {
        if (name.isPresent()) {
            remove(table, made(table, name.get()));
        } else if (exists(table)) {
            List<Chain> own = table(table).chains().stream()
                    .filter(chain -> !chain.builtin())
                    .toList();
            own.stream()
                    .filter(chain -> table(table).references(chain.name()) > 0
                            || !chain.rules().isEmpty())
                    .findFirst()
                    .ifPresent(chain -> {
                        throw busy(chain);
                    });
            own.forEach(chain -> put(table(table).without(chain.name())));
            table(table).chains().stream()
                    .filter(chain -> chain.rules().isEmpty() && !chain.drops())
                    .forEach(chain -> put(table, chain.unmade()));
        }
    }

    private void remove(TableName table, Chain chain) {
        if (chain.drops()) {
            throw tool.refused("Directory not empty.");
        }
        if (table(table).references(chain.name()) > 0 || !chain.rules().isEmpty()) {
            throw busy(chain);
        }
        put(chain.builtin() ? table(table).with(chain.unmade()) : table(table).without(chain.name()));
    }

    private Refusal busy(Chain chain) {
        return tool.failed("CHAIN_DEL", "Device or resource busy", "chain " + chain.name());
    }

    void policy(TableName table, String name, String word, Counter counter) {
        Chain chain = table(table)
                .find(name)
                .filter(Chain::builtin)
                .orElseThrow(() -> tool.refused("Bad built-in chain name."));
        if (!word.equals("ACCEPT") && !word.equals("DROP")) {
            throw tool.refused("Bad policy name. Run `dmesg' for more information.");
        }
        put(table, chain.withPolicy(word.equals("DROP"), counter));
    }

    /** {@code -E}: jumps follow. */
    void rename(TableName table, String name, String now) {
        if (table(table).find(now).isPresent()) {
            throw tool.refused("File exists.");
        }
        Chain chain = made(table, name);
        if (chain.builtin()) {
            throw tool.notSimulated("-E " + name, "-E of a chain that is not built in");
        }
        FilterTable renamed = table(table).without(name).with(chain.named(now));
        for (Chain other : renamed.chains()) {
            renamed = renamed.with(other.with(other.rules().stream()
                    .map(rule -> rule.target() instanceof VerdictTarget.Jump jump && rule.jumpsTo(name)
                            ? rule.to(new VerdictTarget.Jump(now, jump.forGood()))
                            : rule)
                    .toList()));
        }
        put(renamed);
    }

    /** Whether every name that rules jump to is a chain: a file may name a chain before it makes it. */
    void checkTargets() {
        for (FilterTable table : changed) {
            table.chains().forEach(chain -> chain.rules().forEach(rule -> target(table.name(), rule)));
        }
    }

    /** The complaint about a rule that leads to no chain, if there is one. */
    Optional<Refusal> missingTarget() {
        try {
            checkTargets();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** Gives the changed tables to the kernel; {@code operation} is what it may refuse. */
    CommandResult commit(Computer computer, HostId host, String operation, String what) {
        if (changed.isEmpty()) {
            return CommandResult.SILENT;
        }
        ResultOrErrno<Errno> answer = computer.configure(host, new FilterRequest.Commit(tool.six(), changed));
        if (answer instanceof ResultOrErrno.Refused<Errno> refused) {
            return tool.failed(operation, refused.errno().text(), what).result();
        }
        return CommandResult.SILENT;
    }
}
