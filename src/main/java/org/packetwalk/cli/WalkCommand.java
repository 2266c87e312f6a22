package org.packetwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.packetwalk.export.text.WalkText;
import org.packetwalk.lab.Lab;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

/** {@code packetwalk walk LAB.sh}: the walk of one probe as text. */
@Command(
        name = "walk",
        header = "Run a lab and tell the walk of one probe, step by step.",
        description =
                "Each step: number, virtual time, host, layer, station, kernel function; a sentence; its evidence.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0; what the network refuses is part of the walk.")
final class WalkCommand implements Callable<Integer> {

    /** How fine the steps are; the words of the command line. */
    enum GrainWord {
        layer(Grain.LAYER),
        function(Grain.FUNCTION),
        row(Grain.ROW);

        private final Grain grain;

        GrainWord(Grain grain) {
            this.grain = grain;
        }

        /** The grain it names. */
        Grain grain() {
            return grain;
        }
    }

    /** The languages there are. */
    enum Language {
        en,
        zh
    }

    /** Which command is told. */
    static final class Choice {

        @Option(
                names = "--probe",
                paramLabel = "N",
                description = "The N-th probe of the lab; else the first in which a packet moves.")
        private int probe;

        @Option(
                names = "--command",
                paramLabel = "CMD",
                description = "This command, run after the setup and in place of the probes.")
        private String command = "";
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB.sh", description = "The lab, a shell script.")
    private Path file = Path.of("");

    @ArgGroup
    private Choice choice = new Choice();

    @Option(
            names = "--grain",
            defaultValue = "layer",
            description = "How fine the steps are: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private GrainWord grain = GrainWord.layer;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "The language: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Language language = Language.en;

    @Override
    public Integer call() {
        Lab lab = LabFiles.read(file);
        Optional<String> command = Optional.of(choice.command).filter(typed -> !typed.isBlank());
        ProbeChoice chosen = command.map(typed -> ProbeChoice.command(lab, typed))
                .orElseGet(() -> ProbeChoice.numbered(file, lab, choice.probe));
        PrintWriter out = spec.commandLine().getOut();
        out.print(WalkText.of(chosen.trace(), grain.grain, Messages.of(new Locale(language.name()))));
        out.flush();
        if (!chosen.line().understood()) {
            throw new BadFileException(file + ":" + chosen.line().line().number() + ": "
                    + chosen.line().result().stderr());
        }
        return ExitCode.DONE;
    }

    /** The walk of the default lab. */
    static String ofDefaultLab(Lab lab) {
        return WalkText.of(
                ProbeChoice.numbered(Path.of(lab.name()), lab, 0).trace(), Grain.LAYER, Messages.of(Locale.ENGLISH));
    }
}
