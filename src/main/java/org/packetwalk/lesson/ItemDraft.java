package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.filter.FilterFault;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.filter.StepValue;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.narrate.Messages;

/** A task or a prediction as far as it was read. */
final class ItemDraft {
    private static final Messages WORDS = Messages.of(Locale.ENGLISH);
    private static final int MOST = 9;

    private final String file;
    private final TextDraft text;
    private final LessonLine first;
    private final boolean prediction;
    private final List<Typed> commands = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<ChoiceDraft> choices = new ArrayList<>();
    private Optional<StepFilter> hide = Optional.empty();
    private Optional<Answer> answer = Optional.empty();

    /** A choice as far as it was read. */
    private record ChoiceDraft(TextDraft text, int line, List<Condition> when) {}

    ItemDraft(String file, TextDraft text, LessonLine first) {
        this.file = file;
        this.text = text;
        this.first = first;
        this.prediction = first.key().equals("predict");
    }

    /** Reads an entry of it; the text that begins there, if one does. */
    Optional<TextDraft> detail(LessonLine line) throws LabFormatException {
        switch (line.key()) {
            case "on" -> predicts(line, () -> commands.add(typed(line)));
            case "hide" -> predicts(line, () -> hide = Optional.of(filter(line, line.value())));
            case "answer" -> predicts(line, () -> answer = Optional.of(value(line)));
            case "try" -> {
                if (prediction) {
                    throw fault(line, "\"try:\" belongs to a task. A prediction says \"on:\".");
                }
                commands.add(typed(line));
            }
            case "choice" -> {
                return choice(line);
            }
            default -> condition(line);
        }
        return Optional.empty();
    }

    /** Something that may be at fault. */
    private interface Reading {
        void read() throws LabFormatException;
    }

    private void predicts(LessonLine line, Reading reading) throws LabFormatException {
        boolean twice = line.key().equals("on") && !commands.isEmpty()
                || line.key().equals("hide") && hide.isPresent()
                || line.key().equals("answer") && answer.isPresent();
        if (!prediction) {
            throw fault(line, "\"" + line.key() + ":\" belongs to a prediction, not to a task.");
        }
        if (twice) {
            throw fault(line, "\"" + line.key() + "\" is said twice for the same prediction.");
        }
        reading.read();
    }

    private Optional<TextDraft> choice(LessonLine line) throws LabFormatException {
        if (!prediction) {
            throw fault(line, "\"choice:\" belongs to a prediction, not to a task.");
        }
        ChoiceDraft before = choices.isEmpty() ? null : choices.get(choices.size() - 1);
        if (before != null && before.when().isEmpty() && !before.text().says(line.language())) {
            before.text().say(line);
            return Optional.empty();
        }
        if (choices.size() == MOST) {
            throw fault(line, "A prediction has at most " + MOST + " choices.");
        }
        TextDraft begun = new TextDraft(line);
        choices.add(new ChoiceDraft(begun, line.number(), new ArrayList<>()));
        return Optional.of(begun);
    }

    private void condition(LessonLine line) throws LabFormatException {
        if (prediction && (choices.isEmpty() || line.key().equals("step"))) {
            throw fault(
                    line, "\"" + line.key() + ":\" says when a choice is right or a task is done; here it is neither.");
        }
        (prediction ? choices.get(choices.size() - 1).when() : conditions).add(read(line));
    }

    private Condition read(LessonLine line) throws LabFormatException {
        boolean wanted = !line.key().endsWith(" not");
        return switch (line.key()) {
            case "step" -> new Condition.OnStep(filter(line, line.value()));
            case "path", "path not" -> path(line, wanted);
            case "prints", "prints not" -> new Condition.OnOutput(line.value(), wanted);
            default -> state(line, wanted);
        };
    }

    private Condition path(LessonLine line, boolean wanted) throws LabFormatException {
        List<StepFilter> steps = new ArrayList<>();
        for (String step : line.value().split(" then ", -1)) {
            steps.add(filter(line, step));
        }
        return new Condition.OnPath(steps, wanted);
    }

    private Condition state(LessonLine line, boolean wanted) throws LabFormatException {
        int arrow = line.value().indexOf(" => ");
        if (arrow < 0) {
            throw fault(
                    line,
                    "A state is a host, a command and a part of what it prints, such as"
                            + " \"web ip link show dev lo => state DOWN\".");
        }
        Typed asked = typed(new LessonLine(
                line.number(), line.key(), line.language(), line.value().substring(0, arrow)));
        return new Condition.OnState(
                asked.host(), asked.command(), line.value().substring(arrow + 4).strip(), wanted);
    }

    private Typed typed(LessonLine line) throws LabFormatException {
        String[] words = line.value().split("\\s+", 2);
        if (words.length < 2) {
            throw fault(
                    line, "\"" + line.value() + "\" is no host with a command, such as \"web ping -c1 127.0.0.1\".");
        }
        return new Typed(new HostId(words[0].equals("-") ? "" : words[0]), words[1]);
    }

    private Answer value(LessonLine line) throws LabFormatException {
        if (line.value().startsWith("printed after ")) {
            return new Answer.OfOutput(
                    line.value().substring("printed after ".length()).strip());
        }
        StepValue value = StepValue.read(line.value());
        refuse(line, value.fault());
        return new Answer.OfSteps(value);
    }

    private StepFilter filter(LessonLine line, String typed) throws LabFormatException {
        StepFilter filter = StepFilter.read(typed.strip());
        refuse(line, filter.fault());
        if (typed.isBlank()) {
            throw fault(line, "A step is missing: say which one is meant, such as \"station == lo\".");
        }
        return filter;
    }

    private void refuse(LessonLine line, FilterFault wrong) throws LabFormatException {
        if (wrong.isPresent()) {
            throw fault(line, WORDS.text(wrong.key(), wrong.arguments().toArray()));
        }
    }

    /** The whole of it. */
    Item item() throws LabFormatException {
        return prediction ? prediction() : task();
    }

    private Item task() throws LabFormatException {
        if (conditions.isEmpty()) {
            throw fault(
                    first,
                    "The task does not say when it is done: add \"state:\", \"path:\", \"prints:\" or \"step:\".");
        }
        boolean walked = conditions.stream().anyMatch(Condition.OnStep.class::isInstance);
        if (walked && (conditions.size() > 1 || !commands.isEmpty())) {
            throw fault(
                    first,
                    "A task with \"step:\" is done by walking there: it has no other condition and no \"try:\".");
        }
        if (!walked && commands.isEmpty()) {
            throw fault(first, "The task has no solution: add \"try: HOST COMMAND\".");
        }
        return new Item.Task(text.text(), commands, conditions, first.number());
    }

    private Item prediction() throws LabFormatException {
        if (commands.isEmpty() || hide.isEmpty()) {
            throw fault(first, "The prediction needs \"on: HOST COMMAND\" and \"hide: FILTER\".");
        }
        if (answer.isPresent() == !choices.isEmpty()) {
            throw fault(first, "The prediction needs either two choices or more, or an \"answer:\".");
        }
        if (choices.size() == 1) {
            throw fault(first, "The prediction has one choice only.");
        }
        List<Answer.Choice> made = new ArrayList<>();
        for (ChoiceDraft choice : choices) {
            if (choice.when().isEmpty()) {
                throw LessonLine.fault(file, choice.line(), "The choice does not say when it is right: add \"path:\".");
            }
            made.add(choice(choice));
        }
        Answer chosen = answer.orElseGet(() -> new Answer.Choices(made));
        return new Item.Prediction(text.text(), commands.get(0), hide.get(), chosen, first.number());
    }

    /** A choice says {@code LABEL | DESCRIPTION}. */
    private static Answer.Choice choice(ChoiceDraft draft) {
        Text label = Text.NONE;
        Text description = Text.NONE;
        for (String language : draft.text().text().languages()) {
            String[] both = draft.text().text().words().get(language).split("\\s+\\|\\s+", 2);
            label = label.with(language, both[0]);
            description = description.with(language, both.length > 1 ? both[1] : "");
        }
        return new Answer.Choice(label, description, draft.when());
    }

    private LabFormatException fault(LessonLine line, String sentence) {
        return LessonLine.fault(file, line.number(), sentence);
    }
}
