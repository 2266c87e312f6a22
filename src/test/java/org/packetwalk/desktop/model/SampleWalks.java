package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.Pictures;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Topologies;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Mark;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.SpokenPart;
import org.packetwalk.narrate.Tick;
import org.packetwalk.net.ByteString;
import org.packetwalk.trace.Stage.Layer;

/** The walk of the design's first screens, written by hand: a ping to the host's own address, 28 steps. */
public final class SampleWalks implements WalkSource {
    private static final String ADDRESS = "10.141.155.131";
    private static final String FRAME = "000000000000000000000000080045000054" + "1c46400040" + "01d2420a8d9b830a8d9b83"
            + "0800763c205c0001" + "279a61b8000000000e410b0000000000" + "101112131415161718191a1b1c1d1e1f"
            + "202122232425262728292a2b2c2d2e2f" + "3031323334353637";

    private static final TablesView TABLES = new TablesView("web-1", TableSetting.SEPARATE);

    private final List<String> calls = new ArrayList<>();
    private String open = "";
    private boolean traced;

    /** What was asked to change something, in order. */
    public List<String> calls() {
        return calls;
    }

    @Override
    public List<LabCard> labs(Messages messages) {
        return List.of(
                card(
                        "loopback",
                        1,
                        "Loopback",
                        "Where does 127.0.0.1 go?",
                        "web-1",
                        "ping -c1 127.0.0.1",
                        LabPicture.LOOPBACK,
                        LabCard.Progress.DONE),
                card(
                        "own",
                        2,
                        "Your own address",
                        "Does my own address use the cable?",
                        "web-1",
                        "ping -c1 " + ADDRESS,
                        LabPicture.OWN_ADDRESS,
                        LabCard.Progress.STARTED),
                card(
                        "net",
                        3,
                        "The internet",
                        "How does a packet find the internet?",
                        "web-1",
                        "ping -c1 8.8.8.8",
                        LabPicture.OUTSIDE,
                        LabCard.Progress.NEW),
                card(
                        "bridge",
                        4,
                        "A bridge on 127.x",
                        "Why does a bridge on 127.x fail?",
                        "dock-1",
                        "curl http://127.18.0.2/",
                        LabPicture.DROPPED,
                        LabCard.Progress.NEW),
                card(
                        "veth",
                        5,
                        "Two namespaces",
                        "Is the other namespace this host?",
                        "left",
                        "ping -c1 10.42.0.2",
                        LabPicture.CABLE,
                        LabCard.Progress.NEW),
                card(
                        "tables",
                        6,
                        "Local before main",
                        "Which table is asked first?",
                        "web-1",
                        "ip route get 10.141.155.131",
                        LabPicture.TABLES,
                        LabCard.Progress.NEW));
    }

    private static LabCard card(
            String id,
            int number,
            String title,
            String question,
            String host,
            String command,
            LabPicture picture,
            LabCard.Progress progress) {
        return new LabCard(id, "Lab " + number, title, question, host, command, picture, "", progress);
    }

    @Override
    public Editing editing() {
        return new NotEdited();
    }

    @Override
    public Optional<SavedTrace> saved() {
        return Optional.empty();
    }

    @Override
    public Pending<Reopening> reopen(SavedTrace saved) {
        return Pending.of(() -> Reopening.REFUSED);
    }

    @Override
    public List<String> suggestions() {
        return List.of("ping -c1 " + ADDRESS, "ip route get 8.8.8.8", "ping -c1 10.42.0.2");
    }

    @Override
    public List<RecentView> recent(Messages messages) {
        return List.of(
                new RecentView("own", "web-1", "ping -c1 10.141.155.131", "28 steps, lo", false),
                new RecentView("net", "web-1", "ip route get 8.8.8.8", "eth0", false),
                new RecentView("bridge", "dock-1", "curl http://127.18.0.2/", "dropped", true),
                new RecentView("veth", "left", "ping -c1 10.42.0.2", "27 steps, veth0", false));
    }

    @Override
    public Pending<Boolean> open(String lab, TableSetting tables) {
        calls.add("open " + lab + " " + tables);
        open = lab;
        traced = false;
        return Pending.of(() -> true);
    }

    /** No text is a lab here. */
    @Override
    public Pending<Refusal> openText(String file, String text, Messages messages) {
        return Pending.of(() -> new Refusal(messages.text("lab.new"), 0, 0));
    }

    @Override
    public LabView lab(Messages messages) {
        return labs(messages).stream()
                .filter(card -> card.id().equals(open))
                .findFirst()
                .map(card ->
                        new LabView(card.id(), card.label(), card.title(), "", List.of(card.host()), card.command()))
                .orElse(LabView.NONE);
    }

    @Override
    public Pending<Ran> run(String host, String command, Messages messages) {
        calls.add("trace " + host + " " + command);
        int wrong = command.indexOf("10.42.0.300");
        if (wrong >= 0) {
            return Pending.of(() ->
                    Ran.not(new Refusal("10.42.0.300 is not an address: 300 is above 255.", wrong + 8, wrong + 11)));
        }
        traced = true;
        return Pending.of(() -> new Ran(true, Refusal.NONE, true, false, false));
    }

    @Override
    public StateView state(String host, Grain grain, int index) {
        return StateView.NONE;
    }

    @Override
    public Pending<ComparisonView> compare(OtherTrace other, Grain grain, Messages messages) {
        return Pending.of(() -> ComparisonView.NONE);
    }

    @Override
    public StackPicture otherPicture(Grain grain, int index) {
        return Pictures.atRest();
    }

    @Override
    public Pending<ChangeView> remedy(Grain grain, int index, Messages messages) {
        return Pending.of(() -> ChangeView.NONE);
    }

    @Override
    public Pending<CausesView> causes(WhyQuestion question, Grain grain, int index, Messages messages) {
        return Pending.of(() -> CausesView.NONE);
    }

    @Override
    public List<Integer> lookups() {
        return List.of(2);
    }

    @Override
    public WhatIf ask(String host, String line, Grain grain, int index, Messages messages) {
        calls.add("ask " + host + " " + line);
        return WhatIf.NONE;
    }

    @Override
    public Pending<Boolean> separateTables(String host) {
        calls.add("separate " + host);
        return Pending.of(() -> true);
    }

    @Override
    public List<StepView> steps(Grain grain, Messages messages) {
        return !traced ? List.of() : grain == Grain.LAYER ? LAYERS : STEPS;
    }

    @Override
    public MomentView atRest(Messages messages) {
        return new MomentView(
                WhyView.NONE,
                PacketView.NONE,
                FocusView.NONE,
                Pictures.atRest(),
                Topologies.twoNamespaces(),
                LookupView.NONE,
                TABLES);
    }

    @Override
    public MomentView moment(Grain grain, int step, Messages messages) {
        int index = grain == Grain.LAYER ? LAYERS.get(step).last() : step;
        StackPicture picture =
                index < 8 ? Pictures.tableLocalHit() : index < 9 ? Pictures.turningRound() : Pictures.turnedRound();
        String arrow = ADDRESS + " → " + ADDRESS;
        FocusView focus = new FocusView(
                messages.text("canvas.packet", 1), "ICMP echo request", arrow, messages.text("canvas.ttl", 64));
        return new MomentView(
                why(index),
                index == 0 ? PacketView.NONE : packet(),
                focus,
                picture,
                Topologies.twoNamespaces(),
                LookupView.NONE,
                TABLES);
    }

    private static WhyView why(int index) {
        if (index != 3) {
            return new WhyView(
                    Wording.plain(STEPS.get(index).sentence()),
                    WhyView.Outcome.GOES_ON,
                    List.of(),
                    Wording.NONE,
                    CheckView.NONE);
        }
        return new WhyView(
                words(ADDRESS + " is ", "[this host’s own address", ". The packet will leave by lo, not eth0."),
                WhyView.Outcome.GOES_ON,
                List.of(
                        new EvidenceView(
                                Wording.plain("The first rule sends every lookup to table local."),
                                Wording.plain("0: from all lookup local"),
                                Mark.HOLDS,
                                ""),
                        new EvidenceView(
                                Wording.plain("All 32 bits match one entry."),
                                words("[local " + ADDRESS, " dev eth0 proto kernel scope host src " + ADDRESS),
                                Mark.HOLDS,
                                ""),
                        new EvidenceView(
                                words(
                                        "The type is local, so the kernel sets the device to lo, whatever ",
                                        "`dev",
                                        " says."),
                                Wording.plain("dev_out = net->loopback_dev"),
                                Mark.FACT,
                                "net/ipv4/route.c ip_route_output_key_hash_rcu")),
                words(
                        "Without this entry, main would match ",
                        "`10.141.128.0/18",
                        " and eth0 would send an ARP request on the wire."),
                new CheckView(
                        List.of("ip route get " + ADDRESS),
                        "local " + ADDRESS + " dev lo\n  src " + ADDRESS + " uid 0"));
    }

    /** A part that begins with a bracket is highlighted, one that begins with a backquote is a name. */
    private static Wording words(String... parts) {
        return new Wording(Arrays.stream(parts)
                .map(part -> switch (part.charAt(0)) {
                    case '[' -> new SpokenPart(part.substring(1), SpokenPart.Style.HIGHLIGHT);
                    case '`' -> new SpokenPart(part.substring(1), SpokenPart.Style.NAME);
                    default -> new SpokenPart(part, SpokenPart.Style.PLAIN);
                })
                .toList());
    }

    private static PacketView packet() {
        return new PacketView(
                Wording.plain("lo gives the packet straight back: what was sent is now received."),
                List.of(
                        new HeaderView(
                                Layer.LINK,
                                "Eth",
                                "Ethernet, 14 bytes",
                                0,
                                14,
                                List.of(
                                        new FieldView("Destination", "00:00:00:00:00:00", 0, 6),
                                        new FieldView("Source", "00:00:00:00:00:00", 6, 6),
                                        new FieldView("Type", "0x0800  IPv4", 12, 2))),
                        new HeaderView(
                                Layer.NETWORK,
                                "IP",
                                "IPv4, 20 bytes",
                                14,
                                20,
                                List.of(
                                        new FieldView("Source", ADDRESS, 26, 4),
                                        new FieldView("Destination", ADDRESS, 30, 4),
                                        new FieldView("TTL", "64", 22, 1))),
                        new HeaderView(
                                Layer.TRANSPORT,
                                "ICMP",
                                "Echo request, 8 bytes",
                                34,
                                8,
                                List.of(new FieldView("Identifier, seq", "8284, 1", 38, 4))),
                        new HeaderView(Layer.APPLICATION, "data", "56 bytes", 42, 56, List.of())),
                ByteString.parseHex(FRAME),
                words(
                        "loopback_xmit calls ",
                        "`eth_type_trans",
                        ", which takes the Ethernet header off. lo counts 84 bytes and calls ",
                        "`netif_rx",
                        "."));
    }

    private static final List<StepView> STEPS = steps();

    private static final List<StepView> LAYERS = layers();

    /** Neighbours of one layer are one step; what it says is what its last event says. */
    private static List<StepView> layers() {
        var layers = new ArrayList<StepView>();
        int first = 0;
        for (StepView step : STEPS) {
            boolean ends =
                    step.number() == STEPS.size() || !STEPS.get(step.number()).sameLayer(step);
            if (ends) {
                layers.add(new StepView(
                        layers.size() + 1,
                        first,
                        step.last(),
                        step.host(),
                        step.layer(),
                        new StepLine.Begun(step.line(), STEPS.get(first).phase()),
                        step.tick(),
                        step.packet(),
                        List.of()));
                first = step.number();
            }
        }
        return List.copyOf(layers);
    }

    private static List<StepView> steps() {
        var steps = new ArrayList<StepView>();
        add(
                steps,
                "0.0",
                Layer.APPLICATION,
                "App",
                "ping sends",
                "sendto  10.141.155.131  icmp echo request  id 8284 seq 1  64 bytes",
                "send");
        add(steps, "0.4", Layer.TRANSPORT, "L4", "ICMP header added", "raw_sendmsg", "");
        add(steps, "0.9", Layer.NETWORK, "L3", "Rule 0 asked", "0: from all lookup local", "routing");
        add(
                steps,
                "1.2",
                Layer.NETWORK,
                "L3",
                "Table local: hit",
                "local 10.141.155.131 dev eth0 proto kernel scope host src 10.141.155.131",
                "");
        add(steps, "1.3", Layer.NETWORK, "L3", "Device chosen: lo", "type local, so eth0 is replaced by lo", "");
        add(steps, "1.6", Layer.HOOK, "Hook", "OUTPUT accepts", "NF_INET_LOCAL_OUT  0 rules", "");
        add(steps, "1.9", Layer.HOOK, "Hook", "POSTROUTING accepts", "NF_INET_POST_ROUTING  0 rules", "");
        add(steps, "2.0", Layer.LINK, "L2", "No ARP on lo", "0.0.0.0 dev lo lladdr 00:00:00:00:00:00 NOARP", "");
        add(
                steps,
                "2.2",
                Layer.DEVICE,
                "lo",
                "Sent by lo",
                "loopback_xmit  84 bytes  TX packets 1554227 → 1554228",
                "lo");
        add(
                steps,
                "2.4",
                Layer.DEVICE,
                "lo",
                "Handed back by lo",
                "netif_rx  84 bytes  RX packets 1554227 → 1554228",
                "");
        add(steps, "2.9", Layer.LINK, "L2", "Receive softirq", "process_backlog, __netif_receive_skb_core", "");
        add(steps, "3.0", Layer.HOOK, "Hook", "PREROUTING accepts", "NF_INET_PRE_ROUTING  0 rules", "");
        add(steps, "3.1", Layer.NETWORK, "L3", "Route kept", "the packet keeps its route through lo", "");
        add(steps, "3.2", Layer.HOOK, "Hook", "INPUT accepts", "NF_INET_LOCAL_IN  0 rules", "");
        add(steps, "3.4", Layer.TRANSPORT, "L4", "Echo answered", "icmp_echo", "echo reply");
        add(steps, "3.6", Layer.NETWORK, "L3", "Rule 0 asked", "0: from all lookup local", "");
        add(steps, "3.7", Layer.NETWORK, "L3", "Table local: hit", "local 10.141.155.131 dev eth0", "");
        add(steps, "3.9", Layer.HOOK, "Hook", "OUTPUT accepts", "NF_INET_LOCAL_OUT  0 rules", "");
        add(steps, "4.0", Layer.HOOK, "Hook", "POSTROUTING accepts", "NF_INET_POST_ROUTING  0 rules", "");
        add(steps, "4.1", Layer.LINK, "L2", "No ARP on lo", "0.0.0.0 dev lo", "");
        add(steps, "4.3", Layer.DEVICE, "lo", "Sent by lo", "loopback_xmit  84 bytes", "lo");
        add(steps, "4.4", Layer.DEVICE, "lo", "Handed back by lo", "netif_rx  84 bytes", "");
        add(steps, "4.6", Layer.LINK, "L2", "Receive softirq", "process_backlog", "");
        add(steps, "4.8", Layer.HOOK, "Hook", "PREROUTING accepts", "NF_INET_PRE_ROUTING  0 rules", "");
        add(steps, "4.9", Layer.NETWORK, "L3", "Route kept", "the packet keeps its route", "");
        add(steps, "5.0", Layer.HOOK, "Hook", "INPUT accepts", "NF_INET_LOCAL_IN  0 rules", "");
        add(steps, "5.2", Layer.TRANSPORT, "L4", "Echo reply taken", "icmp_rcv, raw_rcv", "");
        add(steps, "5.4", Layer.APPLICATION, "App", "ping receives", "recvmsg  64 bytes", "done");
        return List.copyOf(steps);
    }

    private static void add(
            List<StepView> steps, String time, Layer layer, String label, String title, String detail, String phase) {
        Tick tick = switch (layer) {
            case HOOK -> Tick.HOOK;
            case DEVICE -> Tick.DEVICE;
            default -> Tick.LAYER;
        };
        int place = steps.size();
        steps.add(new StepView(
                place + 1,
                place,
                place,
                "web-1",
                layer,
                new StepLine.Written(time + " µs", label, title, detail, title + ".", phase),
                tick,
                0,
                List.of()));
    }
}
