package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import javafx.scene.Group;
import javafx.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.desktop.exporting.ExportModel;
import org.packetwalk.desktop.exporting.ExportVerbs;
import org.packetwalk.desktop.exporting.SystemFileDialogs;
import org.packetwalk.desktop.layers.LayersModel;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

@ExtendWith(ApplicationExtension.class)
class ActionsTest {
    @Test
    void everyActionHasWordsAndKeysOfItsOwn() {
        Messages messages = Messages.of(Locale.ENGLISH);
        SessionModel session = new SessionModel(new SampleWalks(), messages);
        WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
        Scene scene = new Scene(new Group());
        ExportVerbs files = new ExportVerbs(
                new ExportModel(
                        session, new CommandModel(session), window, () -> new Drawing(new Size(1, 1), List.of())),
                new SystemFileDialogs(scene));
        List<Action> actions = new Actions(
                        new TimelineModel(session, window),
                        new LayersModel(session, window),
                        window,
                        session,
                        new FocusRegions(scene),
                        files)
                .all();

        assertThat(actions).hasSizeGreaterThan(15).allMatch(action -> messages.has(action.key()));
        assertThat(actions.stream().flatMap(action -> action.keys().stream())).doesNotHaveDuplicates();
    }
}
