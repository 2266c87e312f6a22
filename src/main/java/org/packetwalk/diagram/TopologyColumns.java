package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.diagram.TopologyPicture.Cable;
import org.packetwalk.diagram.TopologyPicture.ClosedHost;

/**
 * Puts hosts into columns so that every cable joins neighbouring columns or stays in one: the column is the number of cables
 * from the host at one end of the network. Networks that are not joined stand below each other.
 */
final class TopologyColumns {
    private final TopologyPicture picture;
    private final Map<String, ClosedHost> hosts = new LinkedHashMap<>();

    TopologyColumns(TopologyPicture picture) {
        this.picture = picture;
        picture.hosts().forEach(host -> hosts.put(host.id(), host));
    }

    /** For each network that hangs together its columns from left to right. */
    List<List<List<ClosedHost>>> networks() {
        var networks = new ArrayList<List<List<ClosedHost>>>();
        Map<String, ClosedHost> left = new LinkedHashMap<>(hosts);
        while (!left.isEmpty()) {
            String first = left.keySet().iterator().next();
            Map<String, Integer> reach = distances(first);
            String end = farthest(reach);
            Map<String, Integer> columns = distances(end);
            networks.add(columns(columns));
            columns.keySet().forEach(left::remove);
        }
        return networks;
    }

    /** The host farthest away; of those equally far the one that is named first, so that the first host stays on the left. */
    private static String farthest(Map<String, Integer> reach) {
        String first = reach.keySet().iterator().next();
        boolean inTheMiddle =
                reach.values().stream().filter(distance -> distance == 1).count() > 1;
        if (!inTheMiddle) {
            return first;
        }
        int most = reach.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return reach.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(first);
    }

    private Map<String, Integer> distances(String start) {
        var distances = new LinkedHashMap<String, Integer>();
        distances.put(start, 0);
        var open = new ArrayList<String>();
        open.add(start);
        for (int i = 0; i < open.size(); i++) {
            for (String next : neighbours(open.get(i))) {
                if (!distances.containsKey(next)) {
                    distances.put(next, distances.get(open.get(i)) + 1);
                    open.add(next);
                }
            }
        }
        return distances;
    }

    private List<String> neighbours(String host) {
        var neighbours = new ArrayList<String>();
        for (Cable cable : picture.cables()) {
            if (cable.fromHost().equals(host) && hosts.containsKey(cable.toHost())) {
                neighbours.add(cable.toHost());
            } else if (cable.toHost().equals(host) && hosts.containsKey(cable.fromHost())) {
                neighbours.add(cable.fromHost());
            }
        }
        return neighbours;
    }

    /** Within a column, hosts stand in the order of what they are joined to on the left. */
    private List<List<ClosedHost>> columns(Map<String, Integer> column) {
        int last = column.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var columns = new ArrayList<List<ClosedHost>>();
        var rank = new LinkedHashMap<String, Double>();
        for (int i = 0; i <= last; i++) {
            int index = i;
            List<ClosedHost> here = hosts.values().stream()
                    .filter(host -> column.getOrDefault(host.id(), -1) == index)
                    .sorted(Comparator.comparingDouble(host -> middle(host.id(), rank)))
                    .toList();
            for (int row = 0; row < here.size(); row++) {
                rank.put(here.get(row).id(), (row + 0.5) / here.size());
            }
            columns.add(here);
        }
        return columns;
    }

    private double middle(String host, Map<String, Double> rank) {
        return neighbours(host).stream()
                .filter(rank::containsKey)
                .mapToDouble(rank::get)
                .average()
                .orElse(0.5);
    }
}
