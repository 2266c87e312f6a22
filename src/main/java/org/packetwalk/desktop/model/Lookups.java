package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.RoutePictures;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Narrator;
import org.packetwalk.narrate.Step;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;

/** Shows questions to the routing tables: those of a walk, and those that are only typed. */
final class Lookups {
    private final StepWords words;

    Lookups(StepWords words) {
        this.words = words;
    }

    /** The latest question at a step, with its own sentence. */
    LookupView at(Walk walk, Step step) {
        boolean inside = step.first() == step.last();
        var picture = inside
                ? walk.lookups().at(step.deciding(), step.row())
                : walk.lookups().at(step.last());
        if (!picture.isPresent()) {
            return LookupView.NONE;
        }
        int told = walk.lookups().told(inside ? step.deciding() : step.last());
        Wording headline = inside && told == step.deciding()
                ? words.wording(step.account().headline())
                : words.wording(
                        new Narrator().tell(walk.recording().get(told).event()).headline());
        return new LookupView(headline, picture);
    }

    /** Why a question cannot be asked; {@code shell} is what the shell has against it. */
    static Optional<Refusal> objection(String line, Optional<String> shell, Messages messages) {
        if (!line.strip().matches("ip\\s+(-\\S+\\s+)*r(o(u(te?)?)?)?\\s+g(et?)?\\b.*")) {
            return Optional.of(new Refusal(messages.text("lookup.only-route-get"), 0, 0));
        }
        return shell.map(objection -> LabCommand.refusal(objection, line));
    }

    /** What a host's tables answer in a world that is left as it is. */
    static WhatIf ask(World world, HostId host, String line, Messages messages) {
        if (world.machine().find(host).isEmpty()) {
            return WhatIf.refused(new Refusal(messages.text("bar.no-host", host.name()), 0, 0));
        }
        LineRun run = LabRunner.probe(world, host, line);
        // in the middle of a walk the rest of it happens after the command, and does not belong to the question
        int end = RoutePictures.of(run.snapshots()).ends().stream().findFirst().orElse(-1);
        List<Snapshot> recording = run.snapshots().subList(0, end + 1);
        RoutePictures pictures = RoutePictures.of(recording);
        var picture = pictures.at(end);
        if (!picture.isPresent()) {
            String printed = (run.result().stderr() + run.result().stdout()).strip();
            return WhatIf.refused(new Refusal(printed, 0, 0));
        }
        Wording headline = new StepWords(messages, recording, packet -> 0)
                .wording(new Narrator()
                        .tell(recording.get(pictures.told(end)).event())
                        .headline());
        return new WhatIf(new LookupView(headline, picture), Refusal.NONE);
    }

    /** How a host keeps its tables in a world. */
    static TablesView tables(World world, HostId host) {
        return world.machine()
                .find(host)
                .map(there -> new TablesView(
                        host.name(), there.routing().shared() ? TableSetting.SHARED : TableSetting.SEPARATE))
                .orElse(TablesView.NONE);
    }
}
