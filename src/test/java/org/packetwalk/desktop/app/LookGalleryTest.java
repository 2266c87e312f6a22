package org.packetwalk.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.desktop.app.Shots.Shown;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WhyQuestion;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.narrate.Grain;
import org.packetwalk.testing.Routers;

/** Renders the views that look inside a step, in both themes and languages and in the small windows. */
@ExtendWith(ApplicationExtension.class)
class LookGalleryTest {
    private static final String WORLD = "to-the-internet";

    @Test
    void routeLookup() {
        Shots.everywhere("look-03-route", new SessionWalks(LabCatalog.all()), window -> {
            window.trace(WORLD, TableSetting.SEPARATE, "web-1", "ip route get 8.8.8.8");
            last(window);
            window.model().canvasProperty().set(CanvasPicture.ROUTE);
        });
    }

    @Test
    void routeLookupRowByRow() {
        Shots.everywhere("look-03-route-row", new SessionWalks(LabCatalog.all()), window -> {
            window.trace(WORLD, TableSetting.SHARED, "web-1", "ip route get 8.8.8.8");
            window.composition().session().cut(Grain.ROW);
            window.composition().session().seek(4);
            window.model().canvasProperty().set(CanvasPicture.ROUTE);
        });
    }

    @Test
    void routeLookupInTheInspector() {
        Shots.everywhere("look-03-route-tab", new SessionWalks(LabCatalog.all()), window -> {
            window.trace(WORLD, TableSetting.SEPARATE);
            window.composition().session().toFirstLookup();
            window.model().tabProperty().set(InspectorTab.ROUTE);
        });
    }

    @Test
    void packet() {
        Shots.everywhere("look-02-packet", new SessionWalks(LabCatalog.all()), window -> {
            window.trace(WORLD, TableSetting.SHARED);
            window.to("step.transmit-started", "eth0");
            window.model().tabProperty().set(InspectorTab.PACKET);
            window.composition().inspector().chooseByte(24);
        });
    }

    @Test
    void stackWithStrip() throws LabFormatException {
        Lab router = LabFile.read("router.sh", Routers.BETWEEN_TWO_HOSTS);
        Shots.everywhere("look-04-strip", new SessionWalks(List.of(router)), window -> {
            window.trace(router.name(), TableSetting.SHARED, "a", "ping -c1 -W1 10.2.0.2");
            window.to("step.forwarded");
        });
        Shots.everywhere("look-04-wire", new SessionWalks(List.of(router)), window -> {
            window.trace(router.name(), TableSetting.SHARED, "a", "ping -c1 -W1 10.2.0.2");
            window.to("step.transmit-started", "eth0");
        });
    }

    @Test
    void routeLookupAmongSeveralNexthops() throws LabFormatException, IOException {
        kernelLab("look-03-ecmp", "ecmp/weights-and-ports", "a", "ip route get 8.8.8.8");
    }

    @Test
    void routeLookupByRules() throws LabFormatException, IOException {
        kernelLab("look-03-rules", "rule/suppress-prefixlength", "a", "ip route get 8.8.8.8");
    }

    private static void kernelLab(String name, String lab, String host, String command)
            throws LabFormatException, IOException {
        Path file = Path.of("src/test/resources/kernel-lab/labs", lab + ".sh");
        Lab read = LabFile.read(file.getFileName().toString(), Files.readString(file));
        Shots.everywhere(name, new SessionWalks(List.of(read)), window -> {
            window.trace(read.name(), TableSetting.SHARED, host, command);
            last(window);
            window.model().canvasProperty().set(CanvasPicture.ROUTE);
        });
    }

    @Test
    void stackWaiting() {
        Shots.everywhere("look-04-waiting", new SessionWalks(LabCatalog.all()), window -> {
            window.trace("other-namespace", TableSetting.SHARED);
            window.to("step.neighbor-waiting");
        });
    }

    @Test
    void compare() {
        Shots.everywhere("look-07-compare", new SessionWalks(LabCatalog.all()), window -> {
            window.trace("own-address", TableSetting.SEPARATE);
            window.model().canvasProperty().set(CanvasPicture.COMPARE);
            window.composition().compare().textProperty().set("ping -c1 -W1 10.141.128.1");
            window.composition().compare().traceBoth();
        });
    }

    @Test
    void whatToChange() {
        Shots.everywhere("look-06-change", new SessionWalks(LabCatalog.all()), window -> {
            window.trace("lo-is-down", TableSetting.SHARED);
            int dropped = 0;
            while (!window.composition().session().steps().get(dropped).dropped()) {
                dropped++;
            }
            window.composition().session().seek(dropped);
        });
    }

    @Test
    void whereASourceComesFrom() {
        Shots.everywhere("look-06-causes", new SessionWalks(LabCatalog.all()), window -> {
            window.trace(WORLD, TableSetting.SHARED);
            window.to("step.header-built");
            window.composition()
                    .session()
                    .askWhy(new WhyQuestion("10.141.155.131", "ipv4.source", "10.141.155.131", ""));
        });
    }

    @Test
    void state() {
        Shots.everywhere("look-state", new SessionWalks(LabCatalog.all()), window -> {
            window.trace(WORLD, TableSetting.SHARED);
            window.to("step.neighbor-waiting");
            window.model().tabProperty().set(InspectorTab.STATE);
        });
    }

    private static void last(Shown window) {
        window.composition().session().seek(Integer.MAX_VALUE);
    }
}
