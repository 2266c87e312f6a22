package org.packetwalk.kernel.socket;

import java.util.ArrayList;
import java.util.List;

/**
 * What a receiver tells beside the byte it expects next (RFC 2018, RFC 2883).
 *
 * @param duplicate {@code duplicate_sack}: what came once more, if anything did since the last segment was sent
 * @param blocks {@code selective_acks}: what came too early, the latest first
 */
public record TcpSelective(List<TcpBlock> duplicate, List<TcpBlock> blocks) {

    /** Nothing to tell. */
    public static final TcpSelective NONE = new TcpSelective(List.of(), List.of());

    /** {@code TCP_NUM_SACKS}. */
    private static final int MOST_BLOCKS = 4;

    /** Copies the lists. */
    public TcpSelective {
        duplicate = List.copyOf(duplicate);
        blocks = List.copyOf(blocks);
    }

    /** {@code tcp_dsack_set}. */
    public TcpSelective repeated(TcpBlock block) {
        return new TcpSelective(List.of(block), blocks);
    }

    /** {@code tcp_sack_new_ofo_skb}: the block with what came early is told first. */
    public TcpSelective early(TcpBlock block) {
        List<TcpBlock> now = new ArrayList<>(blocks);
        int index = 0;
        while (index < now.size() && !now.get(index).touches(block)) {
            index++;
        }
        TcpBlock first = index < now.size() ? now.remove(index).joined(block) : block;
        for (int i = 0; i < now.size(); ) {
            if (first.touches(now.get(i))) {
                first = first.joined(now.remove(i));
            } else {
                i++;
            }
        }
        now.add(0, first);
        return new TcpSelective(duplicate, now.subList(0, Math.min(now.size(), MOST_BLOCKS)));
    }

    /** {@code tcp_sack_remove}: what lies before the byte expected next is told by that. */
    public TcpSelective expecting(int next) {
        return new TcpSelective(
                duplicate,
                blocks.stream().filter(block -> next - block.start() < 0).toList());
    }

    /** After a segment told it. */
    public TcpSelective sent() {
        return new TcpSelective(List.of(), blocks);
    }

    /** All of it as a segment tells it: what came once more comes first. */
    public List<TcpBlock> told() {
        List<TcpBlock> all = new ArrayList<>(duplicate);
        all.addAll(blocks);
        return all;
    }
}
