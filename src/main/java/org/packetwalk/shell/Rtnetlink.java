package org.packetwalk.shell;

import org.packetwalk.kernel.ResultOrErrno;

/** How iproute2 tells the kernel's answer ({@code lib/libnetlink.c}). */
final class Rtnetlink {

    private static final int REFUSED = 2;

    private Rtnetlink() {}

    /** Nothing if the kernel agreed, else its words and exit code 2. */
    static CommandResult answer(ResultOrErrno<?> answer) {
        if (answer instanceof ResultOrErrno.Refused<?> refused) {
            return CommandResult.failed(
                    REFUSED,
                    refused.message().isEmpty()
                            ? "RTNETLINK answers: " + refused.errno().text() + "\n"
                            : "Error: " + refused.message() + (refused.message().endsWith(".") ? "\n" : ".\n"));
        }
        return CommandResult.SILENT;
    }
}
