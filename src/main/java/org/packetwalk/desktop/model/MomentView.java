package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.TopologyPicture;

/**
 * All that is shown of one step besides its row.
 *
 * @param why its reason
 * @param packet its packet
 * @param focus the packet in focus
 * @param stack what the stack view draws
 * @param topology what the topology draws
 * @param lookup the latest question to the routing tables
 * @param tables how the host in focus keeps its tables
 */
public record MomentView(
        WhyView why,
        PacketView packet,
        FocusView focus,
        StackPicture stack,
        TopologyPicture topology,
        LookupView lookup,
        TablesView tables) {
    /** Nothing at all, as long as no lab is open. */
    public static final MomentView NONE = new MomentView(
            WhyView.NONE,
            PacketView.NONE,
            FocusView.NONE,
            new StackPicture(List.of(), List.of(), List.of(), List.of(), Text.NONE),
            new TopologyPicture(List.of(), List.of(), List.of(), List.of()),
            LookupView.NONE,
            TablesView.NONE);
}
