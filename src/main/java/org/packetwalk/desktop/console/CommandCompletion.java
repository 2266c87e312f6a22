package org.packetwalk.desktop.console;

import java.util.List;
import java.util.stream.Stream;

import org.packetwalk.desktop.model.LabNames;
import org.packetwalk.shell.Commands;

/** Completes commands as they are typed: commands, their words, hosts, devices and addresses. */
public final class CommandCompletion {
    private final List<String> commands = new Commands().names();
    private final CommandWords followers = new CommandWords();

    /**
     * What can stand at the end of what was typed.
     *
     * @param from where the word begins that would be replaced
     * @param words whole words, the likely ones first
     */
    public record Completion(int from, List<String> words) {
        /** Keeps an immutable list. */
        public Completion {
            words = List.copyOf(words);
        }

        /** The beginning that all words share. */
        public String shared() {
            String shared = words.isEmpty() ? "" : words.get(0);
            for (String word : words) {
                while (!word.startsWith(shared)) {
                    shared = shared.substring(0, shared.length() - 1);
                }
            }
            return shared;
        }
    }

    /** Completes the last word of a text typed on a host. */
    public Completion complete(String typed, String host, LabNames names) {
        int from = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\t')) + 1;
        String started = typed.substring(from);
        List<String> before = words(typed.substring(0, from));
        return new Completion(
                from,
                candidates(before, started, host, names)
                        .filter(word -> word.startsWith(started))
                        .distinct()
                        .toList());
    }

    /** The words of the command one is in: behind the last pipe, and inside {@code ip netns exec HOST}. */
    private static List<String> words(String text) {
        String last = text.substring(text.lastIndexOf('|') + 1).strip();
        String inside = last.replaceFirst("^ip\\s+netns\\s+exec\\s+\\S+\\s*", "");
        String named = inside.replaceFirst("^ip\\s+-n\\s+\\S+(\\s+|$)", "ip ");
        return named.isBlank() ? List.of() : List.of(named.strip().split("\\s+"));
    }

    private Stream<String> candidates(List<String> before, String started, String host, LabNames names) {
        if (before.isEmpty()) {
            return commands.stream();
        }
        String last = before.get(before.size() - 1);
        Stream<String> hosts =
                names.hosts().stream().map(LabNames.HostNames::name).filter(name -> !name.isEmpty());
        List<String> devices =
                names.devices(host).isEmpty() ? names.vocabulary().devices() : names.devices(host);
        if (CommandWords.beforeHost(last)) {
            return Stream.concat(hosts, followers.after(before).stream());
        }
        if (CommandWords.beforeDevice(last)) {
            return Stream.concat(devices.stream(), followers.after(before).stream());
        }
        Stream<String> follow = followers.after(before).stream();
        // everything else is offered only when it was begun
        return started.isEmpty()
                ? Stream.concat(follow, followers.after(before).isEmpty() ? names.addresses().stream() : Stream.empty())
                : Stream.of(follow, names.addresses().stream(), devices.stream(), hosts)
                        .flatMap(words -> words);
    }
}
