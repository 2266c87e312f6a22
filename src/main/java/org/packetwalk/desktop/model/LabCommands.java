package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.packetwalk.diagram.TopologyPicture.Cable;

/** The commands of iproute2 that gestures stand for, with names and addresses that are still free. */
final class LabCommands {
    private static final int LONGEST_NAME = 15;
    private static final int SUBNETS = 255;

    private final SessionModel session;

    LabCommands(SessionModel session) {
        this.session = session;
    }

    /** A host with its loopback up. */
    String host(String name) {
        return "ip netns add " + name + " && ip -n " + name + " link set lo up";
    }

    /** A veth pair between two hosts, both ends up. */
    String cable(String from, String to) {
        String one = freeDevice(from);
        String other = freeDevice(to);
        return "ip link add " + one + " netns " + from + " type veth peer name " + other + " netns " + to
                + up(from, one) + up(to, other);
    }

    /** A bridge; a device becomes its port, of the bridge that is there if there is one. */
    String bridge(String host, String device) {
        List<String> devices = session.names().devices(host);
        Optional<String> there =
                devices.stream().filter(name -> name.startsWith("br")).findFirst();
        boolean port = !device.isEmpty() && !device.equals("lo") && !device.startsWith("br");
        if (port && there.isPresent()) {
            return "ip -n " + host + " link set " + device + " master " + there.get();
        }
        String bridge = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "br" + number)
                .filter(name -> !devices.contains(name))
                .findFirst()
                .orElseThrow();
        String made = "ip -n " + host + " link add " + bridge + " type bridge" + up(host, bridge);
        return port ? made + " && ip -n " + host + " link set " + device + " master " + bridge : made;
    }

    /** An address: in the network of the other end of the cable if that has one, else in a network of its own. */
    String address(String host, String device) {
        if (device.isEmpty()) {
            return "";
        }
        return "ip -n " + host + " addr add " + freeAddress(host, device) + " dev " + device;
    }

    /** The first device of a host without an address, of those that are no loopback; the first one if all have some. */
    String deviceToAddress(String host) {
        List<String> devices = session.names().devices(host).stream()
                .filter(name -> !name.equals("lo"))
                .toList();
        return devices.stream()
                .filter(name -> session.names().prefixes(host, name).isEmpty())
                .findFirst()
                .or(() -> devices.stream().findFirst())
                .orElse("");
    }

    /** A device that is up cannot be renamed. */
    String rename(String host, String device, String name) {
        String on = "ip -n " + host + " link set ";
        return on + device + " down && " + on + device + " name " + name + " && " + on + name + " up";
    }

    /** Why a host cannot have this name, if it cannot. */
    Optional<String> wrongName(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*") || name.length() > LONGEST_NAME) {
            return Optional.of(session.messages().text("build.name.wrong", name, LONGEST_NAME));
        }
        return session.labProperty().get().hosts().contains(name)
                ? Optional.of(session.messages().text("build.name.taken", name))
                : Optional.empty();
    }

    private static String up(String host, String device) {
        return " && ip -n " + host + " link set " + device + " up";
    }

    private String freeDevice(String host) {
        List<String> devices = session.names().devices(host);
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "eth" + number)
                .filter(name -> !devices.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private String freeAddress(String host, String device) {
        List<String> all = session.names().addresses();
        for (Cable cable : session.momentProperty().get().topology().cables()) {
            boolean from = cable.fromHost().equals(host) && cable.fromDevice().equals(device);
            boolean to = cable.toHost().equals(host) && cable.toDevice().equals(device);
            if (from || to) {
                String peerHost = from ? cable.toHost() : cable.fromHost();
                String peerDevice = from ? cable.toDevice() : cable.fromDevice();
                Optional<String> beside =
                        session.names().prefixes(peerHost, peerDevice).stream().findFirst();
                if (beside.isPresent()) {
                    return beside(beside.get(), all);
                }
            }
        }
        for (int subnet = 1; subnet < SUBNETS; subnet++) {
            String network = "10.0." + subnet + ".";
            if (all.stream().noneMatch(address -> address.startsWith(network))) {
                return network + "1/24";
            }
        }
        return "10.0.0.1/24";
    }

    /** The next address of the same three first parts that nobody has. */
    private static String beside(String prefix, List<String> taken) {
        int slash = prefix.indexOf('/');
        String network = prefix.substring(0, prefix.lastIndexOf('.', slash) + 1);
        return IntStream.range(1, SUBNETS)
                .mapToObj(number -> network + number)
                .filter(address -> !taken.contains(address))
                .findFirst()
                .map(address -> address + prefix.substring(slash))
                .orElse(prefix);
    }
}
