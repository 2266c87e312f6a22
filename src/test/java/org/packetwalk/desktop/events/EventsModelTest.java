package org.packetwalk.desktop.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

class EventsModelTest {
    private final SessionModel session = new SessionModel(new SampleWalks(), Messages.of(Locale.ENGLISH));
    private final EventsModel events = new EventsModel(session, new WindowModel(Theme.LIGHT, Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # an empty filter hides nothing
            ''                                | 28
            layer == L3                       | 7
            layer == l3 && host == web-1      | 7
            layer == L3 && host == web-2      | 0
            layer != L3                       | 21
            text ~ accepts                    | 8
            text ~ "0 rules" && layer == Hook | 8
            # a quoted text is searched in the row
            "noarp"                           | 1
            "noarp" && "lo"                   | 1
            """)
    void countsRows(String filter, int rows) {
        session.open("own", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");

        events.filterProperty().set(filter);

        assertThat(events.rows()).hasSize(rows);
        assertThat(events.nothingFits()).isEqualTo(rows == 0);
    }

    @Test
    void whileAFilterIsNotUnderstoodTheRowsStay() {
        session.open("own", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");
        events.filterProperty().set("layer == L3");

        events.filterProperty().set("layer == L3 &&");
        assertThat(events.rows()).hasSize(7);
        assertThat(events.faultProperty().get().key()).isEqualTo("filter.fault.end");
        events.filterProperty().set("");

        assertThat(events.faultProperty().get().isPresent()).isFalse();
        assertThat(events.rows()).hasSize(28);
    }

    @Test
    void theCurrentRowIsFoundBehindAFilter() {
        session.open("own", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");
        session.seek(8);

        events.filterProperty().set("layer == Device");
        assertThat(events.currentRow()).isZero();
        events.choose(events.rows().get(1));

        assertThat(session.position()).isEqualTo(9);
    }
}
