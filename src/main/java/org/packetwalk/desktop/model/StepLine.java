package org.packetwalk.desktop.model;

/** The words of a step in one language, put together only when they are asked for: most rows of a long walk are never seen. */
public interface StepLine {

    /** The virtual time, with its unit. */
    String time();

    /** What stands in the chip: App, L4, Hook, the name of a device. */
    String label();

    /** What happens, in a few words. */
    String title();

    /** The line of evidence, in the words of the kernel and its tools. */
    String detail();

    /** The sentence of the step, as the inspector opens with it. */
    String sentence();

    /** The label above the scrubber where a phase begins here, else empty. */
    String phase();

    /** Words that are there already. */
    record Written(String time, String label, String title, String detail, String sentence, String phase)
            implements StepLine {}

    /** The words of another, where another phase begins or none. */
    record Begun(StepLine line, String phase) implements StepLine {

        @Override
        public String time() {
            return line.time();
        }

        @Override
        public String label() {
            return line.label();
        }

        @Override
        public String title() {
            return line.title();
        }

        @Override
        public String detail() {
            return line.detail();
        }

        @Override
        public String sentence() {
            return line.sentence();
        }
    }
}
