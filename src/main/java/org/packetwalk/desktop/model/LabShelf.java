package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.packetwalk.export.contract.LabMark;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Tick;

/** The labs there are, and the traces that were made in them. */
final class LabShelf {
    private static final int MOST_SHOWN = 6;
    private static final int MOST_KEPT = 100;

    private final List<Lab> labs;
    private final List<RecentTrace> recent;
    private final Consumer<List<RecentTrace>> keeper;

    /** The labs, with what was done before; {@code keeper} is told of each change of that. */
    LabShelf(List<Lab> labs, List<RecentTrace> before, Consumer<List<RecentTrace>> keeper) {
        this.labs = List.copyOf(labs);
        this.recent = new ArrayList<>(before);
        this.keeper = keeper;
    }

    /** The cards of the start screen. */
    List<LabCard> cards(Messages messages) {
        List<LabCard> cards = new ArrayList<>();
        for (int i = 0; i < labs.size(); i++) {
            Lab lab = labs.get(i);
            LabCommand first = LabCommand.of(lab);
            cards.add(new LabCard(
                    lab.name(),
                    number(lab, i + 1, messages),
                    words(lab, "title", messages),
                    words(lab, "question", messages),
                    first.host(),
                    first.command(),
                    picture(lab),
                    LabMark.of(lab, messages),
                    progress(lab)));
        }
        return cards;
    }

    /** A lab that has a mark says it wherever its number stands. */
    private static String number(Lab lab, int number, Messages messages) {
        String mark = LabMark.of(lab, messages);
        return mark.isEmpty() ? messages.text("lab.number", number) : messages.text("lab.number.marked", number, mark);
    }

    /** Commands worth a try. */
    List<String> suggestions() {
        return labs.stream()
                .skip(1)
                .map(lab -> LabCommand.of(lab).command())
                .distinct()
                .limit(3)
                .toList();
    }

    /** Traces made before and labs of one's own, the newest first. */
    List<RecentView> recent(Messages messages) {
        return recent.stream()
                .limit(MOST_SHOWN)
                .map(trace -> view(trace, messages))
                .toList();
    }

    private static RecentView view(RecentTrace trace, Messages messages) {
        if (trace.isFile()) {
            return new RecentView(
                    trace.lab(), "", OwnLabs.name(trace.lab()), messages.text("start.recent.file"), false);
        }
        return new RecentView(
                trace.lab(),
                trace.host(),
                trace.command(),
                messages.text(trace.dropped() ? "start.recent.dropped" : "start.recent.steps", trace.steps()),
                trace.dropped());
    }

    /** A command was traced; {@code walk} are its steps. */
    void remember(String id, String host, String command, List<Step> walk) {
        if (lab(id).isPresent()) {
            boolean dropped = walk.stream().anyMatch(step -> step.tick() == Tick.DROP);
            remember(new RecentTrace(id, host, command, walk.size(), dropped));
        }
    }

    /** A lab of one's own was opened or saved. */
    void rememberFile(String path) {
        remember(RecentTrace.file(path));
    }

    private void remember(RecentTrace now) {
        recent.removeIf(now::same);
        recent.add(0, now);
        if (recent.size() > MOST_KEPT) {
            recent.remove(MOST_KEPT);
        }
        keeper.accept(List.copyOf(recent));
    }

    /** The lab of a name, if there is one. */
    Optional<Lab> lab(String id) {
        return labs.stream().filter(lab -> lab.name().equals(id)).findFirst();
    }

    private LabCard.Progress progress(Lab lab) {
        boolean traced = recent.stream().anyMatch(trace -> trace.lab().equals(lab.name()));
        return traced ? LabCard.Progress.STARTED : LabCard.Progress.NEW;
    }

    /** The words of a bundled lab in the language, and of any other as its script says them. */
    private static String words(Lab lab, String part, Messages messages) {
        String key = "lab." + lab.name() + "." + part;
        return messages.has(key) ? messages.text(key) : lab.title();
    }

    private static LabPicture picture(Lab lab) {
        return LabPicture.of(LabCatalog.picture(lab.name()));
    }
}
