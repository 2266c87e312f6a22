package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import org.packetwalk.filter.LinkDevice;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.narrate.Account;
import org.packetwalk.narrate.Evidence;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Sentence;
import org.packetwalk.narrate.Source;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.narrate.SpokenPart;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.StepLabels;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/** Puts steps and their accounts into the words of one language. */
final class StepWords {
    private final Messages messages;
    private final Speaker speaker;
    private final List<Snapshot> recording;
    private final ToIntFunction<PacketId> numbers;

    /** Words about a recording whose packets have these numbers. */
    StepWords(Messages messages, List<Snapshot> recording, ToIntFunction<PacketId> numbers) {
        this.messages = messages;
        this.speaker = new Speaker(messages);
        this.recording = recording;
        this.numbers = numbers;
    }

    /** A step as a row; its time counts from the first step of the walk. */
    StepView step(Step step, Step begin) {
        return new StepView(
                step.number(),
                step.first(),
                step.last(),
                step.host().name(),
                step.stage().layer(),
                new Told(step, begin),
                step.tick(),
                numbers.applyAsInt(step.packet()),
                events(step));
    }

    private List<TraceEvent> events(Step step) {
        return step.first() == step.last()
                ? List.of(recording.get(step.first()).event())
                : recording.subList(step.first(), step.last() + 1).stream()
                        .map(Snapshot::event)
                        .toList();
    }

    /** A step in these words. */
    private final class Told implements StepLine {
        private final Step step;
        private final Step begin;

        Told(Step step, Step begin) {
            this.step = step;
            this.begin = begin;
        }

        @Override
        public String time() {
            return StepLabels.time(step, begin);
        }

        @Override
        public String label() {
            return StepWords.this.label(step);
        }

        @Override
        public String title() {
            return speaker.text(step.account().title());
        }

        @Override
        public String detail() {
            return step.account().detail();
        }

        @Override
        public String sentence() {
            return speaker.text(step.account().headline());
        }

        @Override
        public String phase() {
            return step.opensPhase() ? speaker.text(step.phase()) : "";
        }
    }

    /** The reason of a step. */
    WhyView why(Account account) {
        List<EvidenceView> evidence = new ArrayList<>();
        Source told = Source.NONE;
        for (Evidence reason : account.evidence()) {
            Source source = reason.source().isPresent() ? reason.source() : Source.NONE;
            evidence.add(evidence(reason, source.equals(told) ? Source.NONE : source));
            told = source;
        }
        if (!evidence.isEmpty() && !told.isPresent()) {
            EvidenceView last = evidence.remove(evidence.size() - 1);
            evidence.add(new EvidenceView(last.sentence(), last.line(), last.mark(), place(account.source())));
        }
        return new WhyView(
                wording(account.headline()),
                outcome(account),
                evidence,
                wording(account.otherwise()),
                new CheckView(account.checks(), ""));
    }

    /** A sentence in its parts. */
    Wording wording(Sentence sentence) {
        return new Wording(speaker.parts(sentence));
    }

    private EvidenceView evidence(Evidence reason, Source source) {
        String lines = String.join("\n", reason.lines());
        Wording line =
                lines.isEmpty() ? Wording.NONE : new Wording(List.of(new SpokenPart(lines, SpokenPart.Style.PLAIN)));
        return new EvidenceView(wording(reason.sentence()), line, reason.mark(), place(source));
    }

    private static String place(Source source) {
        return source.isPresent() ? source.file() + " " + source.function() : "";
    }

    private static WhyView.Outcome outcome(Account account) {
        return switch (account.headline().tone()) {
            case PLAIN -> WhyView.Outcome.GOES_ON;
            case WAITING -> WhyView.Outcome.WAITS;
            case DROPPED -> WhyView.Outcome.DROPPED;
            case REFUSED -> WhyView.Outcome.REFUSED;
        };
    }

    /** The letters of its layer; of a device, its name. */
    private String label(Step step) {
        Stage.Layer layer = step.stage().layer();
        if (layer == Stage.Layer.DEVICE && recording.get(step.deciding()).event() instanceof LinkEvent link) {
            return link.accept(new LinkDevice());
        }
        return StepLabels.layer(step, messages);
    }
}
