package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.action.Action;
import org.packetwalk.desktop.action.ActionSearch;
import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

@ExtendWith(ApplicationExtension.class)
class ActionsTest {
    private final Messages messages = Messages.of(Locale.ENGLISH);
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private List<Action> actions = List.of();

    @BeforeEach
    void listActions() {
        actions = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            DesktopWindow desktop = new DesktopWindow(new SampleWalks(), window, Fonts.load(), 1240, 780);
            FocusRegions regions = new FocusRegions(desktop.scene());
            Overlay overlay = new Overlay(desktop.scene(), messages);
            return new Actions(desktop.composition(), window, new Actions.Frame(regions, overlay)).all();
        });
    }

    @Test
    void everyActionHasWordsAndKeysOfItsOwn() {
        assertThat(actions).hasSizeGreaterThan(30).allMatch(action -> messages.has(action.key()));
        assertThat(actions).allMatch(action -> messages.has("shortcuts.group." + action.group()));
        assertThat(actions.stream().flatMap(action -> action.keys().stream())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            play,          time.play
            ctrl+k,        help.palette
            contr high,    view.contrast
            back layer,    time.over.back
            """)
    void thePaletteFindsByPartsOfNamesAndByKeys(String typed, String key) {
        assertThat(new ActionSearch(actions, messages).find(typed).get(0).key()).isEqualTo(key);
    }

    @Test
    void thePaletteHoldsEveryAction() {
        assertThat(new ActionSearch(actions, messages).find("")).containsExactlyInAnyOrderElementsOf(actions);
        assertThat(new ActionSearch(actions, messages).find("nothing is called so"))
                .isEmpty();
    }

    @Test
    void scaleAndContrastGoAndComeBack() {
        call("view.larger");
        call("view.larger");
        call("view.contrast");

        assertThat(window.accommodation().scaleProperty().get()).isEqualTo(1.5);
        assertThat(window.themeProperty().get()).isEqualTo(Theme.CONTRAST);
        call("view.smaller");
        call("view.contrast");
        assertThat(window.accommodation().scaleProperty().get()).isEqualTo(1.25);
        assertThat(window.themeProperty().get()).isEqualTo(Theme.LIGHT);
    }

    private void call(String key) {
        Action action = actions.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(120_000, action::call);
    }
}
