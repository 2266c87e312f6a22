package org.packetwalk.desktop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.narrate.Messages;

class StartModelTest {
    private final SampleWalks source = new SampleWalks();
    private final SessionModel session = new SessionModel(source, Messages.of(Locale.ENGLISH));
    private final CommandModel command = new CommandModel(session);
    private final StartModel start = new StartModel(session, command);

    @Test
    void theFirstLabOffersItsCommand() {
        assertThat(command.hostProperty().get()).isEqualTo("web-1");
        assertThat(command.textProperty().get()).isEqualTo("ping -c1 127.0.0.1");
        assertThat(start.done()).isEqualTo(1);
    }

    @Test
    void aCardOpensItsLabWithItsCommandAndTracesNothing() {
        start.open(start.cards().get(4));

        assertThat(source.calls()).containsExactly("open veth SHARED");
        assertThat(command.hostProperty().get()).isEqualTo("left");
        assertThat(command.textProperty().get()).isEqualTo("ping -c1 10.42.0.2");
    }

    @Test
    void aTypedCommandIsTracedInTheLabThatHasItsHost() {
        command.hostProperty().set("dock-1");
        command.textProperty().set("ping -c1 127.18.0.2");
        start.tablesProperty().set(TableSetting.SEPARATE);

        start.trace();

        assertThat(source.calls()).containsExactly("open bridge SEPARATE", "trace dock-1 ping -c1 127.18.0.2");
    }

    @Test
    void aRecentTraceIsMadeAgain() {
        start.again(start.recent().get(3));

        assertThat(source.calls()).containsExactly("open veth SHARED", "trace left ping -c1 10.42.0.2");
        assertThat(session.position()).isZero();
    }
}
