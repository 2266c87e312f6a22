package org.packetwalk.export.contract;

import java.util.Optional;

/** The version of this program, as it is written into files. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version of the jar, {@code development} when run from classes. */
    public static String current() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
