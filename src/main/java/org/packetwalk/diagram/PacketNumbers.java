package org.packetwalk.diagram;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.sim.Snapshot;

/** The packets of a recording numbered in the order they appear, the first one 1, however many the machine has seen before. */
record PacketNumbers(Map<PacketId, Integer> numbers) {
    PacketNumbers {
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    static PacketNumbers of(List<Snapshot> recording) {
        var numbers = new TreeMap<PacketId, Integer>();
        for (Snapshot snapshot : recording) {
            PacketId packet = snapshot.event().head().packet();
            if (!packet.equals(PacketId.NONE)) {
                numbers.putIfAbsent(packet, numbers.size() + 1);
            }
        }
        return new PacketNumbers(numbers);
    }

    /** The number of a packet, 0 if it is not in the recording. */
    int of(PacketId packet) {
        return numbers.getOrDefault(packet, 0);
    }
}
