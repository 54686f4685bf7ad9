package io.mendian.bench;

import java.util.List;
import java.util.Locale;

/** One page without scripts: a table per benchmark and a line chart per curve. */
final class HtmlPage {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 220;
    private static final int EDGE = 46;

    private HtmlPage() {}

    static String of(Report report) {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html><html lang=en><meta charset=utf-8><title>Mendian benchmarks</title><style>")
                .append(
                        "body{font:15px/1.5 system-ui,sans-serif;max-width:64em;margin:2em auto;padding:0 1em;color:#1d2733}")
                .append(
                        "table{border-collapse:collapse;width:100%}td,th{padding:.3em .6em;border-bottom:1px solid #dde3ea;text-align:left}")
                .append("td.n{text-align:right;font-variant-numeric:tabular-nums}.yes{color:#127a3d}.no{color:#b3261e}")
                .append("h2{margin-top:2em}svg{margin:1em 1em 0 0}text{font-size:11px;fill:#51606f}</style>")
                .append("<h1>Mendian benchmarks</h1><p>")
                .append(escape("size " + report.plan().size() + ", seed "
                        + report.plan().seed() + ", " + report.time()
                        + (report.commit().isEmpty() ? "" : ", commit " + report.commit())))
                .append("</p>");
        for (Outcome outcome : report.outcomes()) {
            page.append("<h2>")
                    .append(escape(outcome.id() + " · " + outcome.title()))
                    .append("</h2><table>");
            outcome.figures().forEach(figure -> page.append(row(figure)));
            page.append("</table>");
            for (String violation : outcome.violations()) {
                page.append("<p class=no>Violated: ").append(escape(violation)).append("</p>");
            }
            outcome.series().forEach(series -> page.append(chart(series)));
        }
        return page.append("</html>").toString();
    }

    private static String row(Outcome.Figure figure) {
        String aim = figure.met() == null
                ? ""
                : "<span class=" + (figure.met() ? "yes>✓ " : "no>✗ ") + escape(figure.aim()) + "</span>";
        return "<tr><td>" + escape(figure.name()) + "<td class=n>" + Numbers.text(figure.value()) + "<td>"
                + escape(figure.unit()) + "<td>" + aim + "<td>" + escape(figure.note()) + "</tr>";
    }

    /** Both axes begin at zero, so that a small difference looks small. */
    private static String chart(Outcome.Series series) {
        List<Outcome.Point> points = series.points();
        double right = points.stream().mapToDouble(Outcome.Point::x).max().orElse(1);
        double top = points.stream().mapToDouble(Outcome.Point::y).max().orElse(1);
        StringBuilder line = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (Outcome.Point point : points) {
            double x = EDGE + point.x() / Math.max(right, 1e-9) * (WIDTH - 2 * EDGE);
            double y = HEIGHT - EDGE - point.y() / Math.max(top, 1e-9) * (HEIGHT - 2 * EDGE);
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            dots.append(String.format(Locale.ROOT, "<circle cx=%.1f cy=%.1f r=3 fill=#1f6feb />", x, y))
                    .append(String.format(Locale.ROOT, "<text x=%.1f y=%d text-anchor=middle>", x, HEIGHT - EDGE + 14))
                    .append(Numbers.text(point.x()))
                    .append("</text>")
                    .append(String.format(Locale.ROOT, "<text x=%.1f y=%.1f text-anchor=middle>", x, y - 7))
                    .append(Numbers.text(point.y()))
                    .append("</text>");
        }
        return String.format(Locale.ROOT, "<svg width=%d height=%d role=img>", WIDTH, HEIGHT)
                + "<text x=" + EDGE + " y=14>" + escape(series.name() + " (" + series.yAxis() + ")") + "</text>"
                + "<text x=" + (WIDTH - EDGE) + " y=" + (HEIGHT - 8) + " text-anchor=end>" + escape(series.xAxis())
                + "</text><polyline fill=none stroke=#1f6feb stroke-width=2 points=\"" + line + "\"/>" + dots
                + "</svg>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
