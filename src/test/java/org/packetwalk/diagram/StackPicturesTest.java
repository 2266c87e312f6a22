package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.diagram.StackPicture.Asking;
import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.OpenHost;
import org.packetwalk.diagram.StackPicture.StationView;
import org.packetwalk.diagram.StackPicture.TableRow;
import org.packetwalk.diagram.StackPicture.TableState;
import org.packetwalk.diagram.StackPicture.TableView;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

class StackPicturesTest {
    private static final List<HeaderBlock> ICMP = List.of(HeaderBlock.ICMP, HeaderBlock.DATA);
    private static final List<HeaderBlock> IP = List.of(HeaderBlock.IP, HeaderBlock.ICMP, HeaderBlock.DATA);
    private static final List<HeaderBlock> ETH =
            List.of(HeaderBlock.ETH, HeaderBlock.IP, HeaderBlock.ICMP, HeaderBlock.DATA);
    private static final List<HeaderBlock> ARP = List.of(HeaderBlock.ETH, HeaderBlock.ARP);

    @ParameterizedTest
    @MethodSource("recordings")
    void everyEventHasAPictureThatCanBeLaidOut(List<Snapshot> recording) {
        StackPictures pictures = StackPictures.of(recording);

        assertThat(recording).isNotEmpty();
        for (int i = 0; i < recording.size(); i++) {
            for (Density density : Density.values()) {
                Size size = density == Density.COMPACT ? new Size(712, 512) : new Size(1400, 700);
                assertThat(StackDiagram.layout(pictures.at(i), size, density))
                        .isEqualTo(StackDiagram.layout(pictures.at(i), size, density));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void thePacketInFocusIsOnTheHostOfItsEvent(List<Snapshot> recording) {
        StackPictures pictures = StackPictures.of(recording);

        for (int i = 0; i < recording.size(); i++) {
            TraceEvent event = recording.get(i).event();
            StackPicture picture = pictures.at(i);
            assertThat(picture.hosts())
                    .extracting(OpenHost::id)
                    .contains(event.head().host().name());
            if (event instanceof LinkEvent.Queued || event instanceof LinkEvent.Received) {
                Stop last = last(picture.travellers().get(picture.travellers().size() - 1));
                assertThat(last.subject().id()).contains(event.head().host().name() + "/");
            }
        }
    }

    @Test
    void aQuestionBeforeThePacketLightsItsStationsAndMovesNothing() {
        List<Snapshot> recording = RealPings.ownAddress();

        StackPicture picture = StackPictures.of(recording).at(index(recording, RouteEvent.Routed.class, 0));

        assertThat(picture.travellers()).isEmpty();
        assertThat(state(picture, Station.APP_SEND)).isEqualTo(StationState.PASSED);
        assertThat(station(picture, Station.APP_SEND).function()).isEqualTo("connect()");
        assertThat(station(picture, Station.L4_SEND).title()).isEqualTo(Text.literal("UDP"));
        assertThat(state(picture, Station.ROUTE_OUT)).isEqualTo(StationState.CURRENT);
        assertThat(picture.hosts().get(0).asking()).isEqualTo(Asking.ROUTE_OUT);
    }

    @Test
    void sharedTablesAreOneAndTheOwnAddressIsHit() {
        List<Snapshot> recording = RealPings.ownAddress();

        StackPicture picture = StackPictures.of(recording).at(index(recording, this::firstOfThePacket));

        assertThat(picture.hosts().get(0).tables()).hasSize(1);
        TableView table = picture.hosts().get(0).tables().get(0);
        assertThat(table.title()).isEqualTo("local + main");
        assertThat(table.state()).isEqualTo(TableState.HIT);
        // the entry names eth0 although the packet will leave by lo
        assertThat(hits(table)).containsExactly(new TableRow("local", "local", "10.141.155.131", "eth0", true));
        // as the recorded kernel lists them: since Linux 5.14 there is no broadcast route to the network address
        assertThat(table.rows())
                .extracting(TableRow::entry)
                .containsExactly(
                        "local 10.141.155.131",
                        "bcast 10.141.191.255",
                        "local 127.0.0.0/8",
                        "local 127.0.0.1",
                        "bcast 127.255.255.255",
                        "10.141.128.0/18");
        assertThat(state(picture, Station.L4_SEND)).isEqualTo(StationState.PASSED);
        assertThat(state(picture, Station.ROUTE_OUT)).isEqualTo(StationState.CURRENT);
        assertThat(state(picture, Station.OUTPUT)).isEqualTo(StationState.DEFAULT);
        assertThat(device(picture, "eth0")).isEqualTo(DeviceState.NOT_REACHED);
        assertThat(picture.outside()).singleElement().satisfies(gateway -> {
            assertThat(gateway.address()).isEqualTo("10.141.128.1");
            assertThat(gateway.state()).isEqualTo(DeviceState.NOT_REACHED);
        });
        assertThat(picture.outsideLine()).isEqualTo(Word.OUTSIDE_NOTHING_SO_FAR.text());
        assertThat(picture.travellers()).singleElement().satisfies(packet -> {
            assertThat(packet.number()).isEqualTo(1);
            assertThat(packet.blocks()).isEqualTo(ICMP);
            assertThat(last(packet)).isEqualTo(new Stop.AtStation("web-1", Station.ROUTE_OUT));
        });
    }

    @Test
    void separateTablesShowTheRuleThatHitAndTheOneNotAsked() {
        List<Snapshot> recording = RealPings.ownAddressInSeparateTables();

        StackPicture picture = StackPictures.of(recording).at(index(recording, this::firstOfThePacket));

        List<TableView> tables = picture.hosts().get(0).tables();
        assertThat(tables).extracting(TableView::title).containsExactly("local", "main");
        assertThat(tables).extracting(TableView::state).containsExactly(TableState.HIT, TableState.NOT_ASKED);
        assertThat(tables)
                .extracting(TableView::status)
                .containsExactly(
                        Word.TABLE_RULE.text(Text.literal("0"), Word.TABLE_HIT.text()),
                        Word.TABLE_RULE.text(Text.literal("32766"), Word.TABLE_NOT_ASKED.text()));
        assertThat(hits(tables.get(0))).extracting(TableRow::prefix).containsExactly("10.141.155.131");
        assertThat(hits(tables.get(1))).isEmpty();
    }

    @Test
    void atRestNoTableHasBeenAsked() {
        Snapshot first = RealPings.ownAddress().get(0);

        StackPicture picture = StackPictures.atRest(first.world(), RealPings.WEB);

        assertThat(picture.hosts().get(0).tables()).extracting(TableView::state).containsOnly(TableState.IDLE);
        assertThat(picture.hosts().get(0).stations())
                .extracting(StationView::state)
                .containsOnly(StationState.DEFAULT);
        assertThat(device(picture, "eth0")).isEqualTo(DeviceState.IDLE);
        assertThat(picture.travellers()).isEmpty();
    }

    @Test
    void thePacketHasGrownWhenItRunsThroughLo() {
        List<Snapshot> recording = RealPings.ownAddress();

        StackPicture picture = StackPictures.of(recording).at(index(recording, LinkEvent.TransmitStarted.class, 0));

        assertThat(station(picture, Station.L4_SEND).packet()).isEqualTo(ICMP);
        assertThat(station(picture, Station.L4_SEND).function()).isEqualTo("raw_sendmsg");
        assertThat(station(picture, Station.ROUTE_OUT).packet()).isEqualTo(ICMP);
        assertThat(station(picture, Station.ROUTE_OUT).badge()).isEqualTo(Word.BADGE_TO.text(Text.literal("lo")));
        assertThat(station(picture, Station.OUTPUT).packet()).isEqualTo(IP);
        assertThat(station(picture, Station.POSTROUTING).packet()).isEqualTo(IP);
        assertThat(station(picture, Station.NEIGHBOUR).packet()).isEqualTo(ETH);
        assertThat(station(picture, Station.NEIGHBOUR).badge()).isEqualTo(Text.literal("NOARP"));
        assertThat(device(picture, "lo")).isEqualTo(DeviceState.ACTIVE);
        assertThat(picture.outsideLine()).isEqualTo(Word.OUTSIDE_NO_FRAME.text(Text.literal("eth0")));
        assertThat(picture.travellers().get(0).blocks()).isEqualTo(ETH);
        assertThat(last(picture.travellers().get(0))).isEqualTo(new Stop.AtDevice("web-1", "lo"));
    }

    @Test
    void thePacketShrinksOnTheWayUpAndItsRouteIsKept() {
        List<Snapshot> recording = RealPings.loopback();

        StackPicture picture = StackPictures.of(recording).at(index(recording, IpEvent.IcmpReceived.class, 0));

        for (Station station : List.of(Station.RECEIVE, Station.PREROUTING, Station.ROUTE_IN, Station.INPUT)) {
            assertThat(station(picture, station).state()).as(station.name()).isEqualTo(StationState.PASSED);
            assertThat(station(picture, station).packet()).as(station.name()).isEqualTo(IP);
        }
        assertThat(station(picture, Station.ROUTE_IN).badge()).isEqualTo(Word.BADGE_KEPT.text());
        assertThat(station(picture, Station.ROUTE_IN).function()).isEqualTo("ip_rcv_finish_core");
        assertThat(state(picture, Station.L4_RECEIVE)).isEqualTo(StationState.CURRENT);
        assertThat(picture.travellers().get(0).blocks()).isEqualTo(ICMP);
        assertThat(picture.outsideLine()).isEqualTo(Text.NONE);
    }

    @Test
    void theReplyStartsATrailOfItsOwnAndTheRequestLeavesItsTrail() {
        List<Snapshot> recording = RealPings.loopback();
        StackPictures pictures = StackPictures.of(recording);

        StackPicture picture = pictures.at(index(recording, IpEvent.HeaderBuilt.class, 1));

        assertThat(picture.travellers()).extracting(Traveller::number).containsExactly(1, 2);
        assertThat(picture.travellers())
                .extracting(Traveller::fate)
                .containsExactly(Traveller.Fate.GONE, Traveller.Fate.MOVING);
        assertThat(picture.travellers().get(1).way())
                .containsExactly(
                        new Stop.AtStation("web-1", Station.L4_SEND),
                        new Stop.AtStation("web-1", Station.ROUTE_OUT),
                        new Stop.AtStation("web-1", Station.OUTPUT));
        assertThat(station(picture, Station.L4_SEND).function()).isEqualTo("icmp_reply");
        assertThat(state(picture, Station.APP_SEND)).isEqualTo(StationState.DEFAULT);
        assertThat(state(picture, Station.POSTROUTING)).isEqualTo(StationState.DEFAULT);
    }

    @Test
    void theProgramGetsTheDataAlone() {
        List<Snapshot> recording = RealPings.loopback();
        StackPictures pictures = StackPictures.of(recording);

        StackPicture picture = pictures.at(index(recording, SocketEvent.Receiving.class, 0));

        Traveller reply = picture.travellers().get(picture.travellers().size() - 1);
        assertThat(reply.number()).isEqualTo(2);
        assertThat(reply.blocks()).containsExactly(HeaderBlock.DATA);
        assertThat(last(reply)).isEqualTo(new Stop.AtStation("web-1", Station.APP_RECEIVE));
        assertThat(station(picture, Station.APP_RECEIVE).title()).isEqualTo(Text.literal("ping"));
    }

    @Test
    void whatIsOnlyFreedDoesNotTakeTheFocus() {
        List<Snapshot> recording = RealPings.loopback();
        StackPictures pictures = StackPictures.of(recording);
        int freed = index(recording, PacketEvent.Consumed.class, 0);

        assertThat(pictures.number(recording.get(freed).event().head().packet()))
                .isEqualTo(1);
        assertThat(pictures.number(pictures.focus(freed))).isEqualTo(2);
    }

    @Test
    void theRequestWaitsWhileArpIsOnTheWire() {
        List<Snapshot> recording = RealPings.overCable();

        StackPicture picture = StackPictures.of(recording).at(index(recording, LinkEvent.TransmitStarted.class, 0));

        assertThat(picture.hosts()).extracting(OpenHost::id).containsExactly("left", "right");
        assertThat(picture.wires()).singleElement().satisfies(wire -> {
            assertThat(wire.fromDevice()).isEqualTo("veth0");
            assertThat(wire.toDevice()).isEqualTo("veth1");
            assertThat(wire.note()).isEqualTo(Word.FRAME_BROADCAST.text(Text.literal("ff:ff:ff:ff:ff:ff")));
        });
        assertThat(picture.travellers())
                .extracting(Traveller::fate)
                .containsExactly(Traveller.Fate.WAITING, Traveller.Fate.MOVING);
        assertThat(picture.travellers()).extracting(Traveller::blocks).containsExactly(IP, ARP);
        assertThat(picture.travellers().get(1).caption()).isEqualTo(Word.ARP_WHO_HAS.text(Text.literal("10.42.0.2")));
        assertThat(last(picture.travellers().get(1)).subject().kind()).isEqualTo("wire");
        assertThat(state(picture, Station.NEIGHBOUR)).isEqualTo(StationState.WAITING);
        assertThat(station(picture, Station.NEIGHBOUR).badge()).isEqualTo(Word.BADGE_WAITS.text());
        assertThat(state(picture, Station.POSTROUTING)).isEqualTo(StationState.PASSED);
        assertThat(device(picture, "lo")).isEqualTo(DeviceState.NOT_REACHED);
        assertThat(device(picture, "veth0")).isEqualTo(DeviceState.PASSED);
        assertThat(picture.hosts().get(1).devices())
                .extracting(StackPicture.DeviceView::state)
                .containsOnly(DeviceState.IDLE);
    }

    @Test
    void whatWaitedGoesOnOnceTheNeighbourHasAnswered() {
        List<Snapshot> recording = RealPings.overCable();
        int answered = index(
                recording,
                event -> event instanceof NeighborEvent.Updated
                        && event.head().host().equals(RealPings.LEFT));

        StackPicture picture = StackPictures.of(recording).at(answered + 2);

        Traveller request = picture.travellers().get(picture.travellers().size() - 1);
        assertThat(request.number()).isEqualTo(1);
        assertThat(request.fate()).isEqualTo(Traveller.Fate.MOVING);
        assertThat(request.blocks()).isEqualTo(ETH);
    }

    @Test
    void aNeighbourThatFailsDropsWhatWaitedForIt() {
        List<Snapshot> recording = RealPings.nobodyThere();

        StackPicture picture = StackPictures.of(recording).at(index(recording, PacketEvent.Dropped.class, 0));

        assertThat(state(picture, Station.NEIGHBOUR)).isEqualTo(StationState.DROPPED);
        Traveller request = picture.travellers().get(picture.travellers().size() - 1);
        assertThat(request.fate()).isEqualTo(Traveller.Fate.DROPPED);
        assertThat(last(request)).isEqualTo(new Stop.AtStation("left", Station.NEIGHBOUR));
    }

    @Test
    void withoutARouteTheTablesHaveNoMatch() {
        List<Snapshot> recording = RealPings.noRoute();

        StackPicture picture = StackPictures.of(recording).at(recording.size() - 1);

        assertThat(picture.hosts()).hasSize(1);
        assertThat(picture.hosts().get(0).tables().get(0).state()).isEqualTo(TableState.NO_MATCH);
        assertThat(station(picture, Station.ROUTE_OUT).badge()).isEqualTo(Text.literal("ENETUNREACH"));
    }

    @Test
    void ofThreeHostsTheTwoAreOpenBetweenWhichThePacketGoes() {
        List<Snapshot> recording = RealPings.throughRouter(64);
        StackPictures pictures = StackPictures.of(recording);
        int forwarded = index(recording, IpEvent.Forwarded.class, 0);
        int onward = index(
                recording,
                event -> event instanceof LinkEvent.TransmitStarted started
                        && started.head().host().name().equals("r")
                        && started.head()
                                .packet()
                                .equals(recording.get(forwarded).event().head().packet()));

        StackPicture arriving = pictures.at(forwarded);
        StackPicture leaving = pictures.at(onward);

        assertThat(arriving.hosts()).extracting(OpenHost::id).containsExactly("a", "r");
        assertThat(last(arriving.travellers().get(arriving.travellers().size() - 1)))
                .isEqualTo(new Stop.AtStation("r", Station.FORWARD));
        assertThat(leaving.hosts()).extracting(OpenHost::id).containsExactly("r", "b");
        assertThat(state(leaving, Station.FORWARD)).isEqualTo(StationState.PASSED);
        assertThat(state(leaving, Station.POSTROUTING)).isEqualTo(StationState.PASSED);
        assertThat(state(leaving, Station.ROUTE_OUT)).isEqualTo(StationState.DEFAULT);
    }

    @Test
    void questionsOfAnIcmpErrorThatAreRefusedDoNotHideItsRoute() {
        List<Snapshot> recording = RealPings.throughRouter(1);
        int sent = index(recording, IpEvent.IcmpErrorSent.class, 0);

        StackPicture picture = StackPictures.of(recording).at(sent);

        OpenHost router = picture.hosts().get(1);
        assertThat(router.id()).isEqualTo("r");
        assertThat(hits(router.tables().get(0))).extracting(TableRow::prefix).containsExactly("10.0.1.0/24");
    }

    private boolean firstOfThePacket(TraceEvent event) {
        return event instanceof RouteEvent.TableAsked && event.head().packet().number() == 1;
    }

    private static int index(List<Snapshot> recording, Class<? extends TraceEvent> kind, int skipped) {
        return IntStream.range(0, recording.size())
                .filter(i -> kind.isInstance(recording.get(i).event()))
                .skip(skipped)
                .findFirst()
                .orElseThrow();
    }

    private static int index(List<Snapshot> recording, Predicate<TraceEvent> wanted) {
        return IntStream.range(0, recording.size())
                .filter(i -> wanted.test(recording.get(i).event()))
                .findFirst()
                .orElseThrow();
    }

    private static Stop last(Traveller traveller) {
        return traveller.way().get(traveller.way().size() - 1);
    }

    private static List<TableRow> hits(TableView table) {
        return table.rows().stream().filter(TableRow::hit).toList();
    }

    private static DeviceState device(StackPicture picture, String name) {
        return picture.hosts().get(0).devices().stream()
                .filter(device -> device.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static StationState state(StackPicture picture, Station station) {
        return station(picture, station).state();
    }

    private static StationView station(StackPicture picture, Station station) {
        return picture.hosts().get(0).stations().stream()
                .filter(view -> view.station() == station)
                .findFirst()
                .orElseThrow();
    }

    static Stream<List<Snapshot>> recordings() {
        return Stream.of(
                RealPings.loopback(),
                RealPings.ownAddress(),
                RealPings.ownAddressInSeparateTables(),
                RealPings.overCable(),
                RealPings.nobodyThere(),
                RealPings.noRoute(),
                RealPings.throughRouter(64),
                RealPings.throughRouter(1));
    }
}
