package org.packetwalk.desktop.labs;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

import org.packetwalk.desktop.model.LabPicture;

/** The small picture of a lab: the U of a host and where the packet goes. */
final class LabThumbnail extends Group {
    private static final double WIDTH = 322;
    private static final double HEIGHT = 158;
    private static final double MARGIN = 4;
    private static final double[] ROWS = {0.2, 0.42, 0.64};

    private final Pane pane = new Pane();

    LabThumbnail(LabPicture picture) {
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.setMinSize(WIDTH, HEIGHT);
        getChildren().add(pane);
        switch (picture) {
            case LOOPBACK -> loopback();
            case OWN_ADDRESS -> ownAddress();
            case LOOPBACK_DOWN -> loopbackDown();
            case OUTSIDE -> outside();
            case DROPPED -> dropped();
            case CABLE -> cable();
            case DROPPED_THERE -> droppedThere();
            case LOOPBACK_DROPPED -> loopbackDropped();
            case REFUSED -> refused();
            case BROADCAST -> broadcast();
            case LAN -> lan();
            case ROUTER -> router();
            case TWO_WAYS -> twoWays();
            case TABLES -> tables();
            case SEPARATE_TABLES -> separateTables();
        }
    }

    /** Draws it smaller where there is less room. */
    void fit(ObservableDoubleValue width) {
        DoubleBinding scale = Bindings.createDoubleBinding(() -> Math.min(1, (width.get() - MARGIN) / WIDTH), width);
        pane.scaleXProperty().bind(scale);
        pane.scaleYProperty().bind(scale);
    }

    private void loopback() {
        host(76, 14, 170, 122);
        path("thumb-trail", u(116.8, 205.2, 30, 122, 30));
        loop(161, 122, true);
        packet(205.2, 58);
    }

    private void ownAddress() {
        path("thumb-rest", "M116.8 136v26H46.8");
        host(76, 14, 170, 122);
        path("thumb-rest", "M116.8 116V136");
        path("thumb-trail", u(116.8, 205.2, 30, 116, 74));
        loop(161, 116, true);
        port(116.8, 136, "eth0", false);
        packet(205.2, 74);
    }

    private void loopbackDown() {
        host(76, 14, 170, 122);
        path("thumb-rest", "M205.200 30V108a8 8 0 0 1 -8 8H161");
        path("thumb-trail", "M116.800 30V108a8 8 0 0 0 8 8H139");
        loop(161, 116, false);
        drop(139, 116);
        port(116.8, 136, "eth0", false);
    }

    private void outside() {
        path("thumb-trail", "M70 126v10a8 8 0 0 0 8 8H228");
        host(34, 14, 150, 112);
        path("thumb-trail", "M70 30V126");
        loop(127, 110, false);
        port(70, 126, "eth0", true);
        label("thumb-box", "gateway", 228, 124, 72, 26);
        path("thumb-line", "M264 124C264 96 266 86 266 58");
        label("thumb-address", "8.8.8.8", 230, 30, 72, 28);
        packet(212, 144);
    }

    private void dropped() {
        path("thumb-rest", "M161.600 130v14H232");
        host(40, 14, 160, 116);
        path("thumb-trail", u(78.4, 161.6, 30, 110, 70));
        loop(120, 110, true);
        port(161.6, 130, "docker0", false);
        drop(161.6, 60);
        label("thumb-box-off", "container", 232, 128, 72, 26);
    }

    private void drop(double x, double y) {
        add(new Circle(x, y, 11), "thumb-drop");
        path("thumb-cross", "M" + (x - 4) + " " + (y - 4) + "l8 8M" + (x + 4) + " " + (y - 4) + "l-8 8");
    }

    private void cable() {
        double left = 22 + 128 * 0.24;
        double right = 172 + 128 * 0.76;
        path("thumb-wire", "M" + left + " 122v14a8 8 0 0 0 8 8H" + (right - 8) + "a8 8 0 0 0 8 -8V122");
        path("thumb-trail", "M" + left + " 122v14a8 8 0 0 0 8 8H150");
        host(22, 14, 128, 108);
        host(172, 14, 128, 108);
        path("thumb-trail", "M" + left + " 30V122");
        port(left, 122, "veth0", true);
        port(right, 122, "veth1", false);
        label("thumb-packet-name", "ARP", 138, 135, 48, 20);
    }

    private void droppedThere() {
        double left = 22 + 128 * 0.24;
        double right = 172 + 128 * 0.76;
        host(22, 14, 128, 108);
        host(172, 14, 128, 108);
        path("thumb-trail", "M" + left + " 30V136a8 8 0 0 0 8 8H" + (right - 8) + "a8 8 0 0 0 8 -8V60");
        port(left, 122, "eth0", true);
        port(right, 122, "eth0", true);
        drop(right, 60);
    }

    private void loopbackDropped() {
        host(76, 14, 170, 122);
        path("thumb-rest", "M205.2 66V30");
        path("thumb-trail", u(116.8, 205.2, 30, 122, 66));
        loop(161, 122, true);
        drop(205.2, 66);
    }

    private void refused() {
        host(76, 14, 170, 122);
        path("thumb-rest", "M116.8 66V108a8 8 0 0 0 8 8H139");
        path("thumb-trail", "M116.8 30V66");
        loop(161, 116, false);
        port(116.8, 136, "eth0", false);
        drop(116.8, 66);
    }

    private void broadcast() {
        double left = 22 + 128 * 0.24;
        double back = 22 + 128 * 0.76;
        double right = 172 + 128 * 0.76;
        host(22, 14, 128, 108);
        host(172, 14, 128, 108);
        path("thumb-trail", u(left, back, 30, 106, 60));
        path("thumb-trail", "M" + left + " 98V136a8 8 0 0 0 8 8H" + (right - 8) + "a8 8 0 0 0 8 -8V60");
        port(left, 122, "eth0", true);
        port(right, 122, "eth0", true);
        packet(back, 60);
        packet(right, 60);
    }

    private void lan() {
        path("thumb-line", "M260 62V98M62 98V126");
        path("thumb-trail", "M62 62V90a8 8 0 0 0 8 8H252a8 8 0 0 1 8 8V126");
        label("thumb-box", "client", 22, 34, 80, 28);
        label("thumb-box", "", 220, 34, 80, 28);
        label("thumb-box", "", 22, 126, 80, 28);
        label("thumb-box", "", 220, 126, 80, 28);
        packet(161, 98);
    }

    private void router() {
        path("thumb-trail", "M62 70V100a8 8 0 0 0 8 8H252a8 8 0 0 0 8 -8V70");
        label("thumb-box", "a", 26, 40, 72, 30);
        label("thumb-box", "b", 224, 40, 72, 30);
        label("thumb-box", "router", 118, 93, 86, 30);
        packet(228, 108);
    }

    private void twoWays() {
        host(76, 14, 170, 112);
        path("thumb-rest", "M116.8 100V142H60");
        path("thumb-trail", "M116.8 30V92a8 8 0 0 0 8 8H197.2a8 8 0 0 1 8 8V134a8 8 0 0 0 8 8H262");
        port(116.8, 126, "eth0", false);
        port(205.2, 126, "eth1", true);
        packet(262, 142);
    }

    private void separateTables() {
        host(76, 14, 170, 122);
        path("thumb-trail", "M116.8 30V74H138");
        packet(116.8, 52);
        label("thumb-table-hit", "local", 138, 60, 74, 28);
        label("thumb-box-off", "main", 138, 96, 74, 24);
    }

    private void tables() {
        host(76, 14, 170, 122);
        path("thumb-trail", "M116.8 30V74H138");
        packet(116.8, 52);
        label("thumb-table-hit", "local + main", 138, 60, 92, 28);
    }

    private static String u(double left, double right, double from, double bottom, double to) {
        return "M" + left + " " + from + "V" + (bottom - 8) + "a8 8 0 0 0 8 8H" + (right - 8) + "a8 8 0 0 0 8 -8V" + to;
    }

    private void host(double x, double y, double width, double height) {
        rectangle("thumb-host", x, y, width, height, 9);
        for (double row : ROWS) {
            rectangle("thumb-station", x + width * 0.24 - 19, y + height * row - 8, 38, 15, 4);
            rectangle("thumb-station", x + width * 0.76 - 19, y + height * row - 8, 38, 15, 4);
        }
    }

    private void rectangle(String style, double x, double y, double width, double height, double radius) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.setArcWidth(2 * radius);
        rectangle.setArcHeight(2 * radius);
        add(rectangle, style);
    }

    private void loop(double x, double y, boolean used) {
        label(used ? "thumb-loop" : "thumb-loop-off", "lo", x - 22, y - 11, 44, 22);
    }

    private void port(double x, double y, String name, boolean used) {
        double width = name.length() > 5 ? 64 : 52;
        label(used ? "thumb-port" : "thumb-port-off", name, x - width / 2, y - 10, width, 20);
    }

    private void packet(double x, double y) {
        rectangle("thumb-packet", x - 13, y - 9, 26, 18, 5);
    }

    private void label(String style, String text, double x, double y, double width, double height) {
        Label label = new Label(text);
        label.setAlignment(Pos.CENTER);
        label.resizeRelocate(x, y, width, height);
        label.setMinSize(width, height);
        label.setPrefSize(width, height);
        add(label, style);
    }

    private void path(String style, String content) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        add(path, style);
    }

    private void add(Node node, String style) {
        node.getStyleClass().add(style);
        pane.getChildren().add(node);
    }
}
