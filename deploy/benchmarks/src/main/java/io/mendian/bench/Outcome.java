package io.mendian.bench;

import io.mendian.bench.measure.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** How far above its law even the lower end of an interval may lie on a busy machine, with the few sizes of the short form. */
    private static final double NOISE = 0.3;

    private final String id;
    private final String title;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final List<String> grown = new ArrayList<>();

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

    /** An exponent of growth: {@code law} is what it should be at most. Beyond all noise above it, it has grown. */
    public Outcome law(String name, Statistics.Interval exponent, double law, String note) {
        if (exponent.low() > law + NOISE) {
            grown.add(String.format(
                    Locale.ROOT, "%s %s: %s, and should be at most %s", id, name, exponent, Numbers.text(law)));
        }
        return atMost(name, exponent.value(), "", law, exponent + (note.isEmpty() ? "" : ", " + note));
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

    /** The exponents that are certainly above their law. */
    public List<String> grown() {
        return List.copyOf(grown);
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }
}
