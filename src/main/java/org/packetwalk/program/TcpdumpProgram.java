package org.packetwalk.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.packetwalk.capture.CaptureLink;
import org.packetwalk.capture.CaptureNames;
import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.capture.Direction;
import org.packetwalk.capture.Filter;
import org.packetwalk.capture.FilterParser;
import org.packetwalk.capture.FrameText;
import org.packetwalk.capture.TcpdumpOptions;
import org.packetwalk.capture.TcpdumpOptions.Way;
import org.packetwalk.capture.TextOptions;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.stack.SystemCalls;

/**
 * {@code tcpdump} 4.99 of Debian 12: prints what a packet socket captures. It writes as to a terminal: a line is out a
 * tenth of a second after its frame at the latest, and no line is lost when the program is killed.
 *
 * @param options the command line
 * @param capture what it has done so far
 */
public record TcpdumpProgram(TcpdumpOptions options, Capture capture) implements Program {

    private static final String EVERY_DEVICE = "any";
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final String ANY_TEXT = "any (Pseudo-device that captures on all interfaces) [Up, Running]";

    /**
     * A capture.
     *
     * @param open whether it has begun
     * @param socket where frames come from
     * @param began when it began: the kernel hands over frames at multiples of a period since then
     * @param filter which frames it wants
     * @param woken whether frames wait for the end of the period
     * @param blocks how many times frames were handed over
     * @param printed how many frames were printed
     * @param text how the text goes on
     */
    public record Capture(
            boolean open,
            SocketId socket,
            SimTime began,
            Filter filter,
            boolean woken,
            int blocks,
            int printed,
            FrameText text) {

        static final Capture NONE = new Capture(
                false,
                new SocketId(0),
                SimTime.ZERO,
                Filter.EVERYTHING,
                false,
                0,
                0,
                FrameText.of(TextOptions.DEFAULT, CaptureNames.NONE));

        Capture woken(boolean now) {
            return new Capture(open, socket, began, filter, now, blocks, printed, text);
        }

        Capture after(int nowPrinted, FrameText nowText) {
            return new Capture(open, socket, began, filter, false, blocks + 1, nowPrinted, nowText);
        }
    }

    /** A tcpdump that has not begun. */
    public static TcpdumpProgram start(TcpdumpOptions options) {
        return new TcpdumpProgram(options, Capture.NONE);
    }

    @Override
    public String name() {
        return "tcpdump";
    }

    @Override
    public Turn resume(ProgramContext context) {
        return capture.open ? goOn(context) : begin(context);
    }

    @Override
    public Turn.Exited terminate(ProgramContext context) {
        if (!capture.open) {
            return new Turn.Exited(Turn.TERMINATED);
        }
        context.print("\n");
        return summary(context, capture.printed);
    }

    // -- beginning -------------------------------------------------------------------------

    private static Turn fail(ProgramContext context, String message) {
        context.printError("tcpdump: " + message + "\n");
        return new Turn.Exited(1);
    }

    private Turn begin(ProgramContext context) {
        List<NetDevice> devices = listed(context.calls());
        if (options.listDevices()) {
            context.print(list(devices));
            return new Turn.Exited(0);
        }
        boolean named = !options.device().isEmpty();
        String name = named ? options.device() : byDefault(devices);
        boolean every = name.equals(EVERY_DEVICE);
        Optional<NetDevice> device = context.calls().namespace().devices().find(name);
        if (!every && device.isEmpty()) {
            return fail(context, name + ": No such device exists\n(No such device exists)");
        }
        if (!every && !device.get().up()) {
            return fail(context, name + ": That device is not up");
        }
        CaptureLink link = !every ? CaptureLink.ETHERNET : named ? CaptureLink.COOKED_2 : CaptureLink.COOKED;
        if (link == CaptureLink.COOKED_2) {
            context.printError("tcpdump: data link type LINUX_SLL2\n");
        }
        CaptureNames addresses = host -> context.resolve(host).map(Object::toString);
        FilterParser.Result filter = FilterParser.parse(options.filter(), addresses, link);
        if (filter instanceof FilterParser.Result.Refused refused) {
            return fail(context, refused.message());
        }
        boolean quietly = options.text().verbosity() == 0;
        context.printError(
                quietly ? "tcpdump: verbose output suppressed, use -v[v]... for full protocol decode\n" : "tcpdump: ");
        context.printError("listening on " + name + ", link-type " + link.label() + ", snapshot length "
                + options.text().snapLength() + " bytes\n");
        Filter chosen = ((FilterParser.Result.Understood) filter).filter();
        SocketId socket =
                context.calls().tap(every ? 0 : device.get().index(), chosen, !every && options.promiscuous());
        FrameText text = FrameText.of(options.text().on(link), names(context));
        return waiting(new Capture(true, socket, context.calls().now(), chosen, false, 0, 0, text));
    }

    /** The hosts file is read once; names that would have to be asked for elsewhere are not known. */
    private static CaptureNames names(ProgramContext context) {
        List<List<String>> entries = context.hostsEntries();
        return address -> entries.stream()
                .filter(words -> words.get(0).equals(address))
                .map(words -> words.get(1))
                .findFirst();
    }

    /** {@code pcap_findalldevs}: those that work first, of them lo last; then by the number in the name. */
    private static List<NetDevice> listed(SystemCalls calls) {
        List<NetDevice> devices = new ArrayList<>(calls.namespace().devices().all());
        devices.sort(Comparator.comparing((NetDevice device) -> !device.running())
                .thenComparing(device -> !device.up())
                .thenComparing(NetDevice::isLoopback)
                .thenComparingInt(device -> number(device.name())));
        return devices;
    }

    private static int number(String name) {
        String digits = name.replaceAll("^.*?(\\d{0,9})$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String byDefault(List<NetDevice> devices) {
        return devices.stream()
                .filter(device -> device.running() && !device.isLoopback())
                .map(NetDevice::name)
                .findFirst()
                .orElse(EVERY_DEVICE);
    }

    private static String list(List<NetDevice> devices) {
        List<String> lines = new ArrayList<>();
        boolean anyListed = false;
        for (NetDevice device : devices) {
            if (!anyListed && (!device.running() || device.isLoopback())) {
                lines.add(ANY_TEXT);
                anyListed = true;
            }
            lines.add(device.name() + " [" + state(device) + "]");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i + 1).append('.').append(lines.get(i)).append('\n');
        }
        return text.toString();
    }

    private static String state(NetDevice device) {
        String state = !device.up() ? "none" : device.running() ? "Up, Running" : "Up";
        if (device.isLoopback()) {
            return (device.up() ? state + ", " : "") + "Loopback";
        }
        return state + (device.carrier() && device.up() ? ", Connected" : ", Disconnected");
    }

    // -- going on --------------------------------------------------------------------------

    private Turn waiting(Capture now) {
        return new Turn.Polling(new TcpdumpProgram(options, now), now.socket, Turn.NEVER);
    }

    private Turn goOn(ProgramContext context) {
        SimTime now = context.calls().now();
        if (!capture.woken) {
            long since = now.since(capture.began);
            long periods = (since + PERIOD_NANOS - 1) / PERIOD_NANOS;
            return new Turn.Sleeping(
                    new TcpdumpProgram(options, capture.woken(true)), capture.began.plusNanos(periods * PERIOD_NANOS));
        }
        FrameText text = capture.text;
        int printed = capture.printed;
        for (CapturedFrame frame : context.calls().takeCaptured(capture.socket)) {
            if (wanted(frame)) {
                FrameText.Line line = text.print(frame);
                context.print(line.text() + "\n");
                text = line.next();
                printed++;
                if (printed == options.count()) {
                    return summary(context, printed);
                }
            }
        }
        return waiting(capture.after(printed, text));
    }

    /** {@code linux_check_direction}: what lo sends is not shown, since it is what lo receives. */
    private boolean wanted(CapturedFrame frame) {
        boolean out = frame.direction() == Direction.OUT;
        if (out && frame.loopback() || capture.blocks == 0 && !capture.filter.takesAgain(frame)) {
            return false;
        }
        return options.way() == Way.BOTH || out == (options.way() == Way.OUT);
    }

    private Turn.Exited summary(ProgramContext context, int printed) {
        context.printError(counted(printed, "captured")
                + counted(context.calls().capturedCount(capture.socket), "received by filter")
                + counted(0, "dropped by kernel"));
        context.calls().close(capture.socket);
        return new Turn.Exited(0);
    }

    private static String counted(int count, String what) {
        return count + (count == 1 ? " packet " : " packets ") + what + "\n";
    }
}
