package org.packetwalk.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The words filters have for closed sets of the core. */
final class FilterWords {

    private FilterWords() {}

    /** A station as it is written: {@code route-output}. */
    static String station(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A layer as the chips of the rows have it. */
    static String layer(Stage.Layer layer) {
        return switch (layer) {
            case APPLICATION -> "App";
            case TRANSPORT -> "L4";
            case NETWORK -> "L3";
            case HOOK -> "Hook";
            case LINK -> "L2";
            case DEVICE -> "Device";
        };
    }

    /** All words a field of a closed set can be compared with; none if any word will do. */
    static List<String> known(FilterField.Kind kind) {
        return switch (kind) {
            case LAYER ->
                Arrays.stream(Stage.Layer.values()).map(FilterWords::layer).toList();
            case STATION ->
                Arrays.stream(Stage.values()).map(FilterWords::station).toList();
            case REASON ->
                Arrays.stream(DropReason.values()).map(DropReason::name).toList();
            case FUNCTION ->
                Arrays.stream(KernelFunction.values())
                        .map(KernelFunction::kernelName)
                        .toList();
            case WORD, ADDRESS, NUMBER, TEXT -> List.of();
        };
    }
}
