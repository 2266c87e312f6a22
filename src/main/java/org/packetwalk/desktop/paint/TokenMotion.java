package org.packetwalk.desktop.paint;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.DiagramLayout.Journey;
import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.diagram.Stop;
import org.packetwalk.diagram.Track;

/**
 * How one packet moves from one step to the next, as a function of time at normal speed: first along its track, then a header
 * is added or taken off, then it may be dropped. It knows no clock and no screen.
 */
record TokenMotion(Journey before, Journey after, Kind kind, List<Leg> legs) {
    private static final double STATION = 280;
    private static final double LOOPBACK = 520;
    private static final double WIRE = 600;
    private static final double HEADER = 160;
    private static final double DROP = 120;
    private static final double BACK = 120;
    private static final double FADE = 120;
    private static final double SIDE_BY_SIDE = 60;

    TokenMotion {
        legs = List.copyOf(legs);
    }

    /** How the token gets to its new place. */
    enum Kind {
        FORWARD,
        BACK,
        /** Reduced motion: out at the old place, in at the new one. */
        FADE
    }

    /** A part of the way between two marks of the track. */
    record Leg(Track.Mark from, Track.Mark to, double millis, boolean eased) {}

    /** What is seen at one moment. The growth is the share of the new header that can be seen, from 0 to 1. */
    record Frame(Point center, double trail, double growth, double opacity, boolean showsAfter, boolean done) {}

    static TokenMotion between(Journey before, Journey after, boolean reduced) {
        List<Track.Mark> marks = after.track().marks();
        int passed = before.traveller().way().size();
        var legs = new ArrayList<Leg>();
        if (reduced) {
            return new TokenMotion(before, after, Kind.FADE, legs);
        }
        if (isPrefix(after.traveller().way(), before.traveller().way()) && marks.size() < passed) {
            List<Track.Mark> old = before.track().marks();
            legs.add(new Leg(old.get(passed - 1), old.get(marks.size() - 1), BACK, true));
            return new TokenMotion(before, after, Kind.BACK, legs);
        }
        for (int i = passed; i < marks.size(); i++) {
            legs.add(leg(marks.get(i - 1), marks.get(i)));
        }
        return new TokenMotion(before, after, Kind.FORWARD, legs);
    }

    /** Whether the second way is the first one, or goes on from it or back along it. */
    static boolean joins(Traveller before, Traveller after) {
        return isPrefix(before.way(), after.way()) || isPrefix(after.way(), before.way());
    }

    private static boolean isPrefix(List<Stop> shorter, List<Stop> longer) {
        return shorter.size() <= longer.size()
                && longer.subList(0, shorter.size()).equals(shorter);
    }

    private static Leg leg(Track.Mark from, Track.Mark to) {
        if (isLoopback(from.stop()) || isLoopback(to.stop())) {
            return new Leg(from, to, LOOPBACK, false);
        }
        // a wire is two legs: onto it and off it
        if (from.stop() instanceof Stop.OnWire || to.stop() instanceof Stop.OnWire) {
            return new Leg(from, to, WIRE / 2, false);
        }
        if (from.stop() instanceof Stop.AtOutside || to.stop() instanceof Stop.AtOutside) {
            return new Leg(from, to, WIRE, false);
        }
        return new Leg(from, to, STATION, true);
    }

    private static boolean isLoopback(Stop stop) {
        return stop instanceof Stop.AtDevice at && at.device().equals("lo");
    }

    boolean headersChange() {
        return kind == Kind.FORWARD
                && !before.traveller().blocks().equals(after.traveller().blocks());
    }

    boolean drops() {
        return kind == Kind.FORWARD
                && after.traveller().fate() == Traveller.Fate.DROPPED
                && before.traveller().fate() != Traveller.Fate.DROPPED;
    }

    /** The whole time at normal speed. */
    double millis() {
        if (kind == Kind.FADE) {
            return FADE;
        }
        return travel() + (headersChange() ? HEADER : 0) + (drops() ? DROP : 0);
    }

    private double travel() {
        return legs.stream().mapToDouble(Leg::millis).sum();
    }

    /** The least length of the trail while it lasts: up to there it stays as it is. */
    double shortest() {
        if (legs.isEmpty()) {
            return after.track().length();
        }
        return Math.min(legs.get(0).from().at(), legs.get(legs.size() - 1).to().at());
    }

    Frame at(double millis) {
        if (millis >= millis()) {
            return new Frame(rest(after), after.track().length(), 1, 1, true, true);
        }
        if (kind == Kind.FADE) {
            boolean out = millis < FADE / 2;
            double opacity = out ? 1 - millis / (FADE / 2) : millis / (FADE / 2) - 1;
            return new Frame(out ? rest(before) : rest(after), after.track().length(), 1, opacity, !out, false);
        }
        double left = millis;
        for (Leg leg : legs) {
            if (left < leg.millis()) {
                return travelling(leg, left / leg.millis());
            }
            left -= leg.millis();
        }
        double growth = headersChange() ? easeOut(Math.min(1, left / HEADER)) : 1;
        Track.Mark last =
                legs.isEmpty() ? mark(before) : legs.get(legs.size() - 1).to();
        Point center = headersChange() ? restAsBefore(last).towards(rest(after), growth) : rest(after);
        return new Frame(center, last.at(), growth, 1, headersChange(), false);
    }

    private Frame travelling(Leg leg, double share) {
        double t = leg.eased() ? easeInOut(share) : share;
        Track track = kind == Kind.BACK ? before.track() : after.track();
        double length = leg.from().at() + (leg.to().at() - leg.from().at()) * t;
        Point start = track.at(leg.from().at());
        Point end = track.at(leg.to().at());
        Point on = track.at(length);
        Point away = away(offset(start, startOf(leg)), offset(end, restAsBefore(leg.to())), t);
        return new Frame(on.plus(away.x(), away.y()), length, 0, 1, false, false);
    }

    /**
     * Where the token rests at a mark while it still looks as before. The mark tells it for the token as it is after; beside
     * a station the edge that points to the station stays where it is, so a narrower token has its middle nearer to it.
     */
    private Point restAsBefore(Track.Mark mark) {
        if (kind != Kind.FORWARD || mark.equals(mark(before))) {
            return mark.rest();
        }
        Track track = after.track();
        double towardsTrail = track.at(mark.at()).x() - mark.rest().x();
        double narrower =
                after.token().bounds().width() - before.token().bounds().width();
        return Math.abs(towardsTrail) < 1 ? mark.rest() : mark.rest().plus(Math.signum(towardsTrail) * narrower / 2, 0);
    }

    /** How far the token is beside the trail: between two stations evenly, otherwise it comes to the trail soon and leaves it late. */
    private static Point away(Point from, Point to, double share) {
        if (from.distance(to) < SIDE_BY_SIDE) {
            return from.towards(to, share);
        }
        double start = Math.pow(1 - share, 4);
        double end = Math.pow(share, 4);
        return new Point(from.x() * start + to.x() * end, from.y() * start + to.y() * end);
    }

    private Point startOf(Leg leg) {
        return leg.equals(legs.get(0)) ? rest(before) : restAsBefore(leg.from());
    }

    private static Point offset(Point on, Point rest) {
        return new Point(rest.x() - on.x(), rest.y() - on.y());
    }

    private static Point rest(Journey journey) {
        return journey.token().bounds().center();
    }

    private static Track.Mark mark(Journey journey) {
        List<Track.Mark> marks = journey.track().marks();
        return marks.get(marks.size() - 1);
    }

    /** The curve (0, 0, 0.58, 1) to within a pixel on the ways of this program. */
    static double easeOut(double share) {
        return 1 - (1 - share) * (1 - share);
    }

    /** The cubic curve (0.4, 0, 0.2, 1): its parameter is found by halving, then its height is taken. */
    static double easeInOut(double share) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 20; i++) {
            double half = (low + high) / 2;
            if (bezier(half, 0.4, 0.2) < share) {
                low = half;
            } else {
                high = half;
            }
        }
        return bezier((low + high) / 2, 0, 1);
    }

    private static double bezier(double t, double one, double two) {
        double u = 1 - t;
        return 3 * u * u * t * one + 3 * u * t * t * two + t * t * t;
    }
}
