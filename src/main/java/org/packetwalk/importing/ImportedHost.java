package org.packetwalk.importing;

import java.util.List;

import org.packetwalk.kernel.HostId;

/**
 * A lab made of what a host said.
 *
 * @param host the namespace that stands for the host itself
 * @param script the text of the lab
 * @param understood lines of the collected text that are in the lab as they stood there
 * @param notes the other lines, in their order
 */
public record ImportedHost(HostId host, String script, int understood, List<ImportNote> notes) {

    /** Keeps its own copy of the notes. */
    public ImportedHost {
        notes = List.copyOf(notes);
    }

    /** The text of the lab that also asks where a packet from the host to a destination goes: by a lookup, and by a ping. */
    public String asking(String destination) {
        return script
                + "\n# probe: which way to " + destination + "?\n"
                + "ip -n " + host.name() + " route get " + destination + "\n"
                + "\n# probe: and a packet that goes there\n"
                + "ip netns exec " + host.name() + " ping -c1 -W1 " + destination + "\n";
    }
}
