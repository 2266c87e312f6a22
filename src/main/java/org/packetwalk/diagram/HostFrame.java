package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.diagram.StackPicture.DeviceView;
import org.packetwalk.diagram.StackPicture.OpenHost;

/** Where everything of one opened host stands. */
record HostFrame(
        OpenHost host,
        StackMetrics metrics,
        Rect card,
        double applicationTop,
        double transportTop,
        double networkTop,
        double linkTop,
        double deviceTop,
        Map<Station, Rect> stations,
        Rect belt,
        Map<String, Rect> ports,
        int portsLeftOut) {

    private static final double EDGE = 24;

    /** Which end of a wire this host is, so that its wired device stands on the right side. */
    enum Wired {
        NO,
        BY_SENDER,
        BY_RECEIVER
    }

    static HostFrame of(OpenHost host, StackMetrics m, double x, double y, Wired wired) {
        StackMetrics.Bands b = m.bands();
        double app = y + b.head();
        double l4 = app + b.app();
        double l3 = l4 + b.l4();
        double l2 = l3 + b.l3();
        double dev = l2 + b.l2();
        var card = new Rect(x, y, m.card(), b.total());
        double left = x + m.pad() + m.gutter();
        double right = card.right() - m.pad() - m.gutter() - m.column();
        double middle = (left + m.column() + right) / 2;
        var stations = stations(m, left, right, app, l4, l3, l2);
        Rect post = stations.get(Station.POSTROUTING);
        stations.put(
                Station.FORWARD,
                Rect.centered(
                        new Point(middle, post.centerY() + 5),
                        m.boxes().forwardWidth(),
                        m.boxes().forwardHeight()));
        var belt = Rect.centered(
                new Point(middle, dev + m.loop().drop()),
                m.loop().half() * 2,
                m.loop().radius() * 2);
        List<DeviceView> devices =
                host.devices().stream().filter(device -> !device.loopback()).toList();
        double portY = card.bottom() - m.boxes().portHeight() / 2 - 2;
        Ports ports = ports(devices, m, card, belt, left + m.column() / 2, right + m.column() / 2, portY, wired);
        return new HostFrame(
                host,
                m,
                card,
                app,
                l4,
                l3,
                l2,
                dev,
                Collections.unmodifiableMap(stations),
                belt,
                Collections.unmodifiableMap(ports.places),
                ports.leftOut);
    }

    private static EnumMap<Station, Rect> stations(
            StackMetrics m, double left, double right, double app, double l4, double l3, double l2) {
        StackMetrics.Bands b = m.bands();
        StackMetrics.Boxes box = m.boxes();
        double w = m.column();
        double gap = (b.l3() - box.route() - 2 * box.hook()) / 4;
        var stations = new EnumMap<Station, Rect>(Station.class);
        double appY = app + (b.app() - box.station()) / 2;
        double l4Y = l4 + (b.l4() - box.station()) / 2;
        double l2Y = l2 + (b.l2() - box.station()) / 2;
        stations.put(Station.APP_SEND, new Rect(left, appY, w, box.station()));
        stations.put(Station.L4_SEND, new Rect(left, l4Y, w, box.station()));
        stations.put(Station.ROUTE_OUT, new Rect(left, l3 + gap, w, box.route()));
        stations.put(Station.OUTPUT, new Rect(left, l3 + 2 * gap + box.route(), w, box.hook()));
        stations.put(Station.POSTROUTING, new Rect(left, l3 + 3 * gap + box.route() + box.hook(), w, box.hook()));
        stations.put(Station.NEIGHBOUR, new Rect(left, l2Y, w, box.station()));
        stations.put(Station.RECEIVE, new Rect(right, l2Y, w, box.station()));
        stations.put(Station.PREROUTING, new Rect(right, l3 + 3 * gap + box.hook() + box.route(), w, box.hook()));
        stations.put(Station.ROUTE_IN, new Rect(right, l3 + 2 * gap + box.hook(), w, box.route()));
        stations.put(Station.INPUT, new Rect(right, l3 + gap, w, box.hook()));
        stations.put(Station.L4_RECEIVE, new Rect(right, l4Y, w, box.station()));
        stations.put(Station.APP_RECEIVE, new Rect(right, appY, w, box.station()));
        return stations;
    }

    private record Ports(Map<String, Rect> places, int leftOut) {}

    /** One or two ports stand under the columns; more are spread beside the belt, those in use first. */
    private static Ports ports(
            List<DeviceView> devices,
            StackMetrics m,
            Rect card,
            Rect belt,
            double sendX,
            double receiveX,
            double y,
            Wired wired) {
        var places = new LinkedHashMap<String, Rect>();
        double h = m.boxes().portHeight();
        if (devices.size() <= 2) {
            boolean swapped = wired == Wired.BY_RECEIVER;
            double w = Math.min(m.boxes().portWidth(), 2 * (sendX - card.x()) - 8);
            for (int i = 0; i < devices.size(); i++) {
                double x = i == 0 ^ swapped ? sendX : receiveX;
                places.put(devices.get(i).name(), new Rect(x - w / 2, y, w, h));
            }
            return new Ports(places, 0);
        }
        double side = belt.x() - EDGE / 2 - card.x() - EDGE;
        int perSide = Math.max(1, (int) (side / 84));
        List<DeviceView> shown = devices.size() <= 2 * perSide ? devices : mostUsed(devices, 2 * perSide);
        int left = (shown.size() + 1) / 2;
        for (int i = 0; i < shown.size(); i++) {
            boolean onLeft = i < left;
            int count = onLeft ? left : shown.size() - left;
            int index = onLeft ? i : i - left;
            double start = onLeft ? card.x() + EDGE : belt.right() + EDGE / 2;
            double slot = side / count;
            double w = Math.min(m.boxes().portWidth(), slot - 8);
            places.put(shown.get(i).name(), new Rect(start + slot * index + (slot - w) / 2, y, w, h));
        }
        return new Ports(places, devices.size() - shown.size());
    }

    private static List<DeviceView> mostUsed(List<DeviceView> devices, int count) {
        var chosen = new ArrayList<DeviceView>();
        devices.stream().filter(device -> device.state().used()).limit(count).forEach(chosen::add);
        devices.stream()
                .filter(device -> !device.state().used())
                .limit(count - chosen.size())
                .forEach(chosen::add);
        return devices.stream().filter(chosen::contains).toList();
    }

    double sendX() {
        return stations.get(Station.APP_SEND).centerX();
    }

    double receiveX() {
        return stations.get(Station.APP_RECEIVE).centerX();
    }

    double middleX() {
        return belt.centerX();
    }

    /** The height at which leads run sideways to ports that stand elsewhere than under their column. */
    double busY() {
        double top = card.bottom() - metrics.boxes().portHeight() / 2 - 2;
        return belt.bottom() + Math.max(3, (top - belt.bottom()) / 2);
    }

    /** The height at which the first wire to another opened host runs: far enough below the ports for its name. */
    double wireLevel() {
        return card.bottom() + metrics.boxes().portHeight() / 2 + 25;
    }

    /** The space between the columns. */
    double innerLeft() {
        return stations.get(Station.APP_SEND).right();
    }

    double innerRight() {
        return stations.get(Station.APP_RECEIVE).x();
    }

    Rect tableArea() {
        double x = middleX() - metrics.tableWidth() / 2;
        double top = networkTop + metrics.tables().top();
        double bottom = shows(Station.FORWARD) ? stations.get(Station.FORWARD).y() - 3 : linkTop - 6;
        return new Rect(x, top, metrics.tableWidth(), bottom - top);
    }

    boolean shows(Station station) {
        return host.stations().stream().anyMatch(view -> view.station() == station);
    }

    /** Where the line to FORWARD leaves the routing decision of the right column. */
    Point forwardTurn() {
        double gap = innerRight() - (middleX() + metrics.tableWidth() / 2);
        return new Point(
                innerRight() - gap * 0.77, stations.get(Station.ROUTE_IN).bottom() - 16);
    }
}
