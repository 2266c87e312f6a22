package org.packetwalk.diagram;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.diagram.StackPicture.Traveller;

/**
 * A laid out picture: the drawing, where each subject stands, the tracks of the packets, and the order in which the
 * keyboard goes from one subject to the next: that of the path of a packet.
 */
public record DiagramLayout(Drawing drawing, Map<Subject, Rect> places, List<Journey> journeys, List<Subject> order) {
    private static final double PALE = 0.35;

    public DiagramLayout {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        journeys = List.copyOf(journeys);
        order = List.copyOf(order);
    }

    /** A packet with its track and its token at rest. The drawing may leave the token out where there is no room for it. */
    public record Journey(Traveller traveller, Track track, Group token) {
        /** The trail up to a length of the track, as it is drawn; paler once the packet is gone. */
        public Path trail(double length, double width) {
            Stroke stroke = Stroke.solid(Palette.PKT_LINE, width);
            boolean gone = traveller.fate() == Traveller.Fate.GONE;
            return Path.through(track.upTo(length), gone ? stroke.faded(PALE) : stroke);
        }
    }

    /** The journey of a packet. */
    public Optional<Journey> journey(int number) {
        return journeys.stream()
                .filter(journey -> journey.traveller().number() == number)
                .findFirst();
    }
}
