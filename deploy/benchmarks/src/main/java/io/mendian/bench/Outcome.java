package io.mendian.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a benchmark found. A violation makes the whole outcome invalid, whatever its speed. */
public final class Outcome {

    /** A measured value; {@code aim} says what it should be, {@code met} whether it is, null where nothing was aimed at. */
    public record Figure(
            String name,
            double value,
            String unit,
            String note,
            String aim,
            @Nullable Boolean met) {}

    /** Points of a curve for the chart. */
    public record Series(String name, String xAxis, String yAxis, List<Point> points) {}

    public record Point(double x, double y) {}

    private final String id;
    private final String title;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    public Outcome(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public Outcome figure(String name, double value, String unit) {
        return figure(name, value, unit, "");
    }

    public Outcome figure(String name, double value, String unit, String note) {
        figures.add(new Figure(name, value, unit, note, "", null));
        return this;
    }

    public Outcome atLeast(String name, double value, String unit, double aim, String note) {
        figures.add(new Figure(name, value, unit, note, "≥ " + Numbers.text(aim), value >= aim));
        return this;
    }

    public Outcome atMost(String name, double value, String unit, double aim, String note) {
        figures.add(new Figure(name, value, unit, note, "≤ " + Numbers.text(aim), value <= aim));
        return this;
    }

    public Outcome curve(Series one) {
        series.add(one);
        return this;
    }

    public Outcome violated(String what) {
        violations.add(what);
        return this;
    }

    /** Records a violation unless the expectation holds. */
    public Outcome expect(boolean holds, String otherwise) {
        return holds ? this : violated(otherwise);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<Series> series() {
        return List.copyOf(series);
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }
}
