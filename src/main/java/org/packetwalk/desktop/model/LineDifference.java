package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.desktop.model.StateView.Line;
import org.packetwalk.desktop.model.StateView.Mark;

/** What has changed from one text to another, line by line: a longest common subsequence keeps its lines. */
final class LineDifference {
    private final List<String> before;
    private final List<String> now;
    private final int[][] common;

    private LineDifference(List<String> before, List<String> now) {
        this.before = before;
        this.now = now;
        this.common = new int[before.size() + 1][now.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /** The lines now, with those that are gone where they stood. */
    static List<Line> of(List<String> before, List<String> now) {
        if (before.equals(now)) {
            return now.stream().map(line -> new Line(line, Mark.SAME)).toList();
        }
        return new LineDifference(before, now).lines();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            if (i < before.size() && j < now.size() && before.get(i).equals(now.get(j))) {
                lines.add(new Line(now.get(j), Mark.SAME));
                i++;
                j++;
            } else if (i < before.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(before.get(i), Mark.GONE));
                i++;
            } else {
                lines.add(new Line(now.get(j), Mark.NEW));
                j++;
            }
        }
        return lines;
    }
}
