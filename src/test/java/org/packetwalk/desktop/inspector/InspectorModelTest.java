package org.packetwalk.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.FieldView;
import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Stage;

class InspectorModelTest {
    private final SessionModel session = new SessionModel(new SampleWalks(), Messages.of(Locale.ENGLISH));
    private final InspectorModel model = new InspectorModel(session);

    @BeforeEach
    void trace() {
        session.open("own", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");
        session.seek(8);
    }

    @Test
    void aByteMarksItsField() {
        model.chooseByte(13);

        assertThat(model.fieldProperty().get().name()).isEqualTo("Type");
    }

    @Test
    void aByteWithoutAFieldTakesTheMarkAway() {
        model.chooseByte(13);

        model.chooseByte(60);

        assertThat(model.fieldProperty().get()).isEqualTo(InspectorModel.NO_FIELD);
    }

    @Test
    void choosingTheMarkedFieldTakesTheMarkAway() {
        FieldView type = model.packet().getValue().fieldAt(12).orElseThrow();
        model.choose(type);
        assertThat(model.fieldProperty().get()).isEqualTo(type);

        model.choose(type);

        assertThat(model.fieldProperty().get()).isEqualTo(InspectorModel.NO_FIELD);
    }

    @Test
    void theMarkStaysWhereTheNextPacketHasTheSameField() {
        model.chooseByte(13);

        session.seek(9);
        assertThat(model.fieldProperty().get().name()).isEqualTo("Type");
        session.seek(0);

        assertThat(model.fieldProperty().get()).isEqualTo(InspectorModel.NO_FIELD);
    }

    @Test
    void everyByteHasTheColourOfItsHeader() {
        assertThat(model.packet().getValue().layerAt(0)).isEqualTo(Stage.Layer.LINK);
        assertThat(model.packet().getValue().layerAt(14)).isEqualTo(Stage.Layer.NETWORK);
        assertThat(model.packet().getValue().layerAt(41)).isEqualTo(Stage.Layer.TRANSPORT);
        assertThat(model.packet().getValue().layerAt(97)).isEqualTo(Stage.Layer.APPLICATION);
    }
}
