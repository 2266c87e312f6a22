package org.packetwalk.export.contract;

import org.packetwalk.diagram.Caption;
import org.packetwalk.kernel.HostId;
import org.packetwalk.narrate.Messages;
import org.packetwalk.sim.World;

/** The caption of an exported step in the words of a language. */
public final class SnapshotCaption {

    private SnapshotCaption() {}

    /** How the tables local and main of the host are kept. */
    public enum Tables {
        SHARED,
        SEPARATE,
        /** There is no such host. */
        UNKNOWN;

        /** As a host has them in a world. */
        public static Tables of(World world, HostId host) {
            return world.machine()
                    .find(host)
                    .map(found -> found.routing().shared() ? SHARED : SEPARATE)
                    .orElse(UNKNOWN);
        }
    }

    /**
     * The caption of a step.
     *
     * @param number of the step, from 1
     * @param steps how many there are
     * @param sentence what happens in it
     * @param lab the title of the lab
     */
    public static Caption of(
            String command, int number, int steps, String sentence, String lab, Tables tables, Messages messages) {
        String setting = switch (tables) {
            case SHARED -> messages.text("snapshot.setting.shared", lab);
            case SEPARATE -> messages.text("snapshot.setting.separate", lab);
            case UNKNOWN -> lab;
        };
        return new Caption(command, messages.text("time.step-of", number, steps), sentence, setting);
    }
}
