package org.packetwalk.netlink;

import org.packetwalk.kernel.route6.AddressLabel;

/** A change of the policy table for source addresses ({@code RTM_NEWADDRLABEL}, {@code RTM_DELADDRLABEL}). */
public sealed interface LabelRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.label(this);
    }

    /** The row concerned. */
    AddressLabel row();

    /** A new row. */
    record Add(AddressLabel row) implements LabelRequest {}

    /** A row goes; its label does not matter. */
    record Delete(AddressLabel row) implements LabelRequest {}
}
