package org.packetwalk.desktop.model;

/**
 * What came of a question that was only typed: nothing was sent, and nothing was added to the walk.
 *
 * @param view the answer, {@link LookupView#NONE} if the question was refused
 * @param refusal why it was refused, {@link Refusal#NONE} if it was not
 */
public record WhatIf(LookupView view, Refusal refusal) {
    /** Nothing was asked. */
    public static final WhatIf NONE = new WhatIf(LookupView.NONE, Refusal.NONE);

    static WhatIf refused(Refusal why) {
        return new WhatIf(LookupView.NONE, why);
    }
}
