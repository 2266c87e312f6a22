package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.diagram.StackPicture.Asking;
import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.DeviceView;
import org.packetwalk.diagram.StackPicture.OpenHost;
import org.packetwalk.diagram.StackPicture.OutsideHost;
import org.packetwalk.diagram.StackPicture.StationView;
import org.packetwalk.diagram.StackPicture.TableRow;
import org.packetwalk.diagram.StackPicture.TableState;
import org.packetwalk.diagram.StackPicture.TableView;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.diagram.StackPicture.Wire;

/** Pictures built by hand: the screens of the design with what the kernel really shows, and the hard cases. */
public final class Pictures {
    private static final List<HeaderBlock> DATA = List.of(HeaderBlock.DATA);
    private static final List<HeaderBlock> ICMP = List.of(HeaderBlock.ICMP, HeaderBlock.DATA);
    private static final List<HeaderBlock> IP = List.of(HeaderBlock.IP, HeaderBlock.ICMP, HeaderBlock.DATA);
    private static final List<HeaderBlock> ETH =
            List.of(HeaderBlock.ETH, HeaderBlock.IP, HeaderBlock.ICMP, HeaderBlock.DATA);

    private Pictures() {}

    /** Screen 01: the routing decision has found the host's own address. */
    public static StackPicture tableLocalHit() {
        var states = states(Station.ROUTE_OUT, StationState.CURRENT);
        OpenHost host = web(states, Asking.ROUTE_OUT, DeviceState.IDLE);
        Traveller packet = packet(way("web", Station.ROUTE_OUT), ICMP);
        return new StackPicture(
                List.of(host),
                List.of(gateway()),
                List.of(),
                List.of(packet),
                line("Outside this host: nothing so far."));
    }

    /** The step before screen 01: the packet is at ICMP. */
    public static StackPicture beforeRouting() {
        OpenHost host = web(states(Station.L4_SEND, StationState.CURRENT), Asking.NOBODY, DeviceState.IDLE);
        return new StackPicture(
                List.of(host),
                List.of(gateway()),
                List.of(),
                List.of(packet(way("web", Station.L4_SEND), DATA)),
                line("Outside this host: nothing so far."));
    }

    /** Screen 02: the packet runs along the lower edge of lo. */
    public static StackPicture turningRound() {
        var states = states(Station.RECEIVE, StationState.DEFAULT);
        OpenHost host = web(states, Asking.NOBODY, DeviceState.ACTIVE);
        var way = new ArrayList<>(way("web", Station.NEIGHBOUR));
        way.add(new Stop.AtDevice("web", "lo"));
        return new StackPicture(
                List.of(host),
                List.of(gateway()),
                List.of(),
                List.of(packet(way, ETH)),
                line("Outside this host: nothing. eth0 has sent no frame."));
    }

    /** The step after screen 02: the packet has come up to Receive. */
    public static StackPicture turnedRound() {
        var states = states(Station.RECEIVE, StationState.CURRENT);
        OpenHost host = web(states, Asking.NOBODY, DeviceState.PASSED);
        var way = new ArrayList<>(way("web", Station.NEIGHBOUR));
        way.add(new Stop.AtDevice("web", "lo"));
        way.add(new Stop.AtStation("web", Station.RECEIVE));
        return new StackPicture(
                List.of(host),
                List.of(gateway()),
                List.of(),
                List.of(packet(way, IP)),
                line("Outside this host: nothing. eth0 has sent no frame."));
    }

    /** Screen 04: the echo request waits, the ARP request is on the wire. */
    public static StackPicture twoNamespaces() {
        var states = states(Station.NEIGHBOUR, StationState.WAITING);
        states.put(Station.NEIGHBOUR, StationState.WAITING);
        var left = new OpenHost(
                "left",
                "left",
                Text.NONE,
                "veth0 10.42.0.1/24",
                stations(states, "ICMP", "ping", "ping", Map.of(Station.NEIGHBOUR, "waits"), false),
                List.of(
                        table("local", "no match", TableState.NO_MATCH),
                        table("main", "hit", TableState.HIT, new TableRow("main", "", "10.42.0.0/24", "veth0", true))),
                Asking.NOBODY,
                List.of(lo(DeviceState.NOT_REACHED), port("veth0", "10.42.0.1/24", DeviceState.PASSED)));
        var right = new OpenHost(
                "right",
                "right",
                Text.NONE,
                "veth1 10.42.0.2/24",
                stations(new EnumMap<>(Station.class), "ICMP", "no process", "kernel replies", Map.of(), false),
                List.of(
                        table("local", "", TableState.IDLE, new TableRow("local", "", "10.42.0.2", "veth1", false)),
                        table("main", "", TableState.IDLE, new TableRow("main", "", "10.42.0.0/24", "veth1", false))),
                Asking.NOBODY,
                List.of(lo(DeviceState.IDLE), port("veth1", "10.42.0.2/24", DeviceState.IDLE)));
        var waiting = new Traveller(1, way("left", Station.NEIGHBOUR), IP, Traveller.Fate.WAITING, Text.NONE);
        var request = new Traveller(
                2,
                List.of(
                        new Stop.AtStation("left", Station.NEIGHBOUR),
                        new Stop.AtDevice("left", "veth0"),
                        new Stop.OnWire("cable")),
                List.of(HeaderBlock.ETH, HeaderBlock.ARP),
                Traveller.Fate.MOVING,
                Text.literal("who has 10.42.0.2 ?"));
        var wire = new Wire(
                "cable",
                "left",
                "veth0",
                "right",
                "veth1",
                DeviceState.IDLE,
                Text.literal("veth pair"),
                Text.literal("broadcast  ff:ff:ff:ff:ff:ff"));
        return new StackPicture(List.of(left, right), List.of(), List.of(wire), List.of(waiting, request), Text.NONE);
    }

    /** Screen 06: TCP finds no socket. */
    public static StackPicture dropped() {
        var states = new EnumMap<Station, StationState>(Station.class);
        for (Station station : Station.values()) {
            states.put(station, StationState.PASSED);
        }
        states.put(Station.FORWARD, StationState.DEFAULT);
        states.put(Station.L4_RECEIVE, StationState.DROPPED);
        states.put(Station.APP_RECEIVE, StationState.NOT_REACHED);
        var host = new OpenHost(
                "dock-1",
                "dock-1",
                line("netns dock-1"),
                "eth0 172.16.213.129/24 · docker0 127.18.0.1/16",
                stations(
                        states,
                        "TCP",
                        "curl",
                        "no listener",
                        Map.of(
                                Station.ROUTE_OUT, "to lo",
                                Station.ROUTE_IN, "kept",
                                Station.NEIGHBOUR, "NOARP",
                                Station.L4_RECEIVE, "NO_SOCKET"),
                        true),
                List.of(
                        table(
                                "local",
                                "rule 0 · hit",
                                TableState.HIT,
                                new TableRow("local", "local", "127.0.0.0/8", "lo", true),
                                new TableRow("local", "local", "127.0.0.1", "lo", false),
                                new TableRow("local", "local", "127.18.0.1", "docker0", false),
                                new TableRow("local", "local", "172.16.213.129", "eth0", false)),
                        table(
                                "main",
                                "not asked",
                                TableState.NOT_ASKED,
                                new TableRow("main", "", "127.18.0.0/16", "docker0", false),
                                new TableRow("main", "", "172.16.213.0/24", "eth0", false))),
                Asking.NOBODY,
                List.of(
                        lo(DeviceState.PASSED),
                        port("eth0", "172.16.213.129/24", DeviceState.NOT_REACHED),
                        port("docker0", "127.18.0.1/16", DeviceState.NOT_REACHED)));
        var way = new ArrayList<>(way("dock-1", Station.NEIGHBOUR));
        way.add(new Stop.AtDevice("dock-1", "lo"));
        for (Station station :
                List.of(Station.RECEIVE, Station.PREROUTING, Station.ROUTE_IN, Station.INPUT, Station.L4_RECEIVE)) {
            way.add(new Stop.AtStation("dock-1", station));
        }
        var syn = new Traveller(1, way, List.of(HeaderBlock.TCP), Traveller.Fate.DROPPED, Text.NONE);
        return new StackPicture(
                List.of(host),
                List.of(new OutsideHost(
                        "container", "container web", "127.18.0.2", DeviceState.NOT_REACHED, "dock-1", "docker0")),
                List.of(),
                List.of(syn),
                line("never asked"));
    }

    /** A router in the act of forwarding: shared tables with many rows, five devices, several closed hosts. */
    public static StackPicture router() {
        var states = new EnumMap<Station, StationState>(Station.class);
        states.put(Station.RECEIVE, StationState.PASSED);
        states.put(Station.PREROUTING, StationState.PASSED);
        states.put(Station.ROUTE_IN, StationState.PASSED);
        states.put(Station.FORWARD, StationState.CURRENT);
        var rows = new ArrayList<TableRow>();
        for (int i = 0; i < 14; i++) {
            boolean local = i % 2 == 0;
            rows.add(new TableRow(
                    local ? "local" : "main",
                    local ? "local" : "",
                    "10." + i + ".0." + (local ? "1" : "0/24"),
                    "eth" + i % 5,
                    i == 11));
        }
        var devices = new ArrayList<DeviceView>();
        devices.add(lo(DeviceState.IDLE));
        for (int i = 0; i < 5; i++) {
            DeviceState state = i == 0 ? DeviceState.PASSED : i == 4 ? DeviceState.DOWN : DeviceState.IDLE;
            devices.add(port("eth" + i, "10." + i + ".0.1/24", state));
        }
        var host = new OpenHost(
                "router",
                "router",
                line("netns router"),
                "eth0 10.0.0.1/24 · eth1 10.1.0.1/24 · eth2 10.2.0.1/24 · eth3 10.3.0.1/24",
                stations(states, "TCP", "no process", "no process", Map.of(Station.ROUTE_IN, "to eth1"), true),
                List.of(
                        new TableView("shared", "local + main", line("hit"), TableState.HIT, true, rows),
                        table("100", "not asked", TableState.NOT_ASKED),
                        table("default", "not asked", TableState.NOT_ASKED)),
                Asking.ROUTE_IN,
                devices);
        var way = List.<Stop>of(
                new Stop.AtOutside("client"),
                new Stop.AtDevice("router", "eth0"),
                new Stop.AtStation("router", Station.RECEIVE),
                new Stop.AtStation("router", Station.PREROUTING),
                new Stop.AtStation("router", Station.ROUTE_IN),
                new Stop.AtStation("router", Station.FORWARD));
        return new StackPicture(
                List.of(host),
                List.of(
                        new OutsideHost("client", "client", "10.0.0.2", DeviceState.PASSED, "router", "eth0"),
                        new OutsideHost("server", "server", "10.1.0.2", DeviceState.IDLE, "router", "eth1"),
                        new OutsideHost("other", "other", "10.2.0.2", DeviceState.NOT_REACHED, "router", "eth2")),
                List.of(),
                List.of(packet(way, IP)),
                Text.NONE);
    }

    /** A broadcast: the host's own copy turns back before the device; another packet has gone on to a host not opened. */
    public static StackPicture broadcast() {
        OpenHost host = web(states(Station.RECEIVE, StationState.CURRENT), Asking.NOBODY, DeviceState.NOT_REACHED);
        var copy = new ArrayList<>(way("web", Station.POSTROUTING));
        copy.add(new Stop.AtStation("web", Station.RECEIVE));
        var sent = new ArrayList<>(way("web", Station.NEIGHBOUR));
        sent.add(new Stop.AtDevice("web", "eth0"));
        sent.add(new Stop.AtOutside("gateway"));
        sent.add(new Stop.AtDevice("elsewhere", "eth0"));
        return new StackPicture(
                List.of(host),
                List.of(gateway()),
                List.of(),
                List.of(packet(copy, IP), new Traveller(2, sent, ETH, Traveller.Fate.MOVING, Text.NONE)),
                Text.NONE);
    }

    /** A host with nothing but lo, nine tables, and names that are too long. */
    public static StackPicture crowded() {
        var tables = new ArrayList<TableView>();
        for (int i = 0; i < 9; i++) {
            tables.add(table(
                    "a-rather-long-name-" + i,
                    "rule " + i + " · no match",
                    TableState.NO_MATCH,
                    new TableRow(
                            "t", "unreachable", "2001:db8:1234:5678:9abc:def0:1234:0/112", "a-long-device", false)));
        }
        var host = new OpenHost(
                "h",
                "a-host-with-quite-a-long-name",
                line("netns a-host-with-quite-a-long-name"),
                "lo 127.0.0.1/8 · wlp0s20f3 192.168.178.123/24 · docker0 172.17.0.1/16 · tailscale0 100.64.0.1/32",
                stations(new EnumMap<>(Station.class), "TCP", "a-program-with-a-long-name", "x", Map.of(), true),
                tables,
                Asking.ROUTE_OUT,
                List.of(lo(DeviceState.DOWN)));
        return new StackPicture(List.of(host), List.of(), List.of(), List.of(), Text.NONE);
    }

    /** A host without a packet. */
    public static StackPicture atRest() {
        OpenHost host = new OpenHost(
                "web",
                "web-1",
                line("netns web-1"),
                "lo 127.0.0.1/8 · eth0 10.141.155.131/18",
                stations(new EnumMap<>(Station.class), "ICMP", "ping", "ping", Map.of(), true),
                List.of(table("local", "", TableState.IDLE), table("main", "", TableState.IDLE)),
                Asking.NOBODY,
                List.of(lo(DeviceState.IDLE), port("eth0", "10.141.155.131/18", DeviceState.IDLE)));
        return new StackPicture(List.of(host), List.of(), List.of(), List.of(), Text.NONE);
    }

    private static OpenHost web(Map<Station, StationState> states, Asking asking, DeviceState lo) {
        Map<Station, String> badges = states.get(Station.ROUTE_OUT) == StationState.PASSED
                ? Map.of(Station.ROUTE_OUT, "to lo", Station.NEIGHBOUR, "NOARP")
                : Map.of();
        return new OpenHost(
                "web",
                "web-1",
                line("netns web-1"),
                "lo 127.0.0.1/8 · eth0 10.141.155.131/18",
                stations(states, "ICMP", "ping", "ping", badges, true),
                List.of(
                        table(
                                "local",
                                "rule 0 · hit",
                                TableState.HIT,
                                new TableRow("local", "local", "10.141.155.131", "eth0", true),
                                new TableRow("local", "bcast", "10.141.191.255", "eth0", false),
                                new TableRow("local", "local", "127.0.0.0/8", "lo", false),
                                new TableRow("local", "local", "127.0.0.1", "lo", false),
                                new TableRow("local", "bcast", "127.255.255.255", "lo", false)),
                        table("main", "rule 32766 · not asked", TableState.NOT_ASKED)),
                asking,
                List.of(lo(lo), port("eth0", "10.141.155.131/18", DeviceState.NOT_REACHED)));
    }

    private static OutsideHost gateway() {
        return new OutsideHost("gateway", "gateway", "10.141.128.1", DeviceState.NOT_REACHED, "web", "eth0");
    }

    private static DeviceView lo(DeviceState state) {
        return new DeviceView("lo", true, "127.0.0.1/8", 65536, state, "loopback_xmit", "netif_rx");
    }

    private static DeviceView port(String name, String address, DeviceState state) {
        return new DeviceView(name, false, address, 1500, state, "dev_hard_start_xmit", "netif_receive_skb");
    }

    private static TableView table(String name, String status, TableState state, TableRow... rows) {
        return new TableView(name, name, line(status), state, false, List.of(rows));
    }

    private static Traveller packet(List<Stop> way, List<HeaderBlock> blocks) {
        return new Traveller(1, way, blocks, Traveller.Fate.MOVING, Text.NONE);
    }

    private static Text line(String text) {
        return Text.literal(text);
    }

    private static List<Stop> way(String host, Station last) {
        var way = new ArrayList<Stop>();
        for (Station station : Station.values()) {
            way.add(new Stop.AtStation(host, station));
            if (station == last) {
                break;
            }
        }
        return way;
    }

    /** All stations before the current one passed, all others as they are. */
    private static EnumMap<Station, StationState> states(Station current, StationState state) {
        var states = new EnumMap<Station, StationState>(Station.class);
        for (Station station : Station.values()) {
            if (station == current) {
                states.put(station, state);
                break;
            }
            states.put(station, StationState.PASSED);
        }
        return states;
    }

    private static List<StationView> stations(
            Map<Station, StationState> states,
            String transport,
            String sender,
            String receiver,
            Map<Station, String> badges,
            boolean forwarding) {
        var views = new ArrayList<StationView>();
        for (Station station : Station.values()) {
            if (station != Station.FORWARD || forwarding) {
                views.add(new StationView(
                        station,
                        line(title(station, transport, sender, receiver)),
                        function(station, transport),
                        states.getOrDefault(station, StationState.DEFAULT),
                        line(badges.getOrDefault(station, "")),
                        blocks(station, transport),
                        station.layer() == Station.Layer.HOOK,
                        false));
            }
        }
        return views;
    }

    private static String title(Station station, String transport, String sender, String receiver) {
        return switch (station) {
            case APP_SEND -> sender;
            case APP_RECEIVE -> receiver;
            case L4_SEND, L4_RECEIVE -> transport;
            case ROUTE_OUT, ROUTE_IN -> "Routing decision";
            case NEIGHBOUR -> "Neighbour";
            case RECEIVE -> "Receive";
            case OUTPUT, POSTROUTING, PREROUTING, INPUT, FORWARD -> station.name();
        };
    }

    private static String function(Station station, String transport) {
        boolean tcp = transport.equals("TCP");
        return switch (station) {
            case APP_SEND -> tcp ? "connect()" : "sendto()";
            case APP_RECEIVE -> tcp ? "" : "recvmsg()";
            case L4_SEND -> tcp ? "tcp_v4_connect" : "raw_sendmsg";
            case L4_RECEIVE -> tcp ? "tcp_v4_rcv" : "icmp_rcv";
            case ROUTE_OUT -> "ip_route_output_key_hash_rcu";
            case ROUTE_IN -> "ip_route_input_noref";
            case OUTPUT -> "ip_local_out";
            case POSTROUTING -> "ip_output";
            case NEIGHBOUR -> "neigh_output";
            case RECEIVE -> "__netif_receive_skb_core";
            case PREROUTING -> "ip_rcv";
            case INPUT -> "ip_local_deliver";
            case FORWARD -> "ip_forward";
        };
    }

    private static List<HeaderBlock> blocks(Station station, String transport) {
        if (transport.equals("TCP")) {
            return switch (station) {
                case APP_SEND, APP_RECEIVE -> List.of();
                case L4_SEND, ROUTE_OUT, L4_RECEIVE -> List.of(HeaderBlock.TCP);
                case OUTPUT, POSTROUTING, RECEIVE, PREROUTING, ROUTE_IN, INPUT, FORWARD ->
                    List.of(HeaderBlock.IP, HeaderBlock.TCP);
                case NEIGHBOUR -> List.of(HeaderBlock.ETH, HeaderBlock.IP, HeaderBlock.TCP);
            };
        }
        return switch (station) {
            case APP_SEND, APP_RECEIVE -> DATA;
            case L4_SEND, ROUTE_OUT, L4_RECEIVE -> ICMP;
            case OUTPUT, POSTROUTING, RECEIVE, PREROUTING, ROUTE_IN, INPUT, FORWARD -> IP;
            case NEIGHBOUR -> ETH;
        };
    }
}
