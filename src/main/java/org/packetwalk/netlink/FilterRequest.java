package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.netfilter.FilterTable;

/** A change of the packet filter. */
public sealed interface FilterRequest extends ConfigRequest
        permits FilterRequest.Commit, FilterRequest.ForgetConnections, IpvsRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.filter(this);
    }

    /**
     * Tables as they shall be, all or none ({@code NFNL_MSG_BATCH_BEGIN}).
     *
     * @param six whether they are those of IPv6
     */
    record Commit(boolean six, List<FilterTable> tables) implements FilterRequest {

        /** Copies the list. */
        public Commit {
            tables = List.copyOf(tables);
        }
    }

    /** Connections are forgotten ({@code IPCTNL_MSG_CT_DELETE}); they are told by their numbers. */
    record ForgetConnections(List<Integer> numbers) implements FilterRequest {

        /** Copies the list. */
        public ForgetConnections {
            numbers = List.copyOf(numbers);
        }
    }
}
