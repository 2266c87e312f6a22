package org.packetwalk.export.contract;

import org.packetwalk.kernel.KernelRelease;
import org.packetwalk.lab.Lab;
import org.packetwalk.narrate.Messages;

/** What is said of a lab wherever it shows: that it is about an older kernel, or that no kernel was asked. */
public final class LabMark {

    private LabMark() {}

    /** The mark in the words of a language, empty for most labs. */
    public static String of(Lab lab, Messages messages) {
        if (lab.recorded()) {
            return "";
        }
        return lab.kernel().before(KernelRelease.CURRENT)
                ? messages.text("lab.mark.older", lab.kernel())
                : messages.text("lab.mark.unrecorded");
    }

    /** A title with the mark behind it, as captions have it. */
    public static String behind(String title, String mark) {
        return mark.isEmpty() ? title : title + " · " + mark;
    }
}
