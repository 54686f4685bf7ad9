package io.mendian.analytics.rfm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** The RFM answer of a date: boundaries, members per combination of scores, per class and per grade. */
public record RfmView(
        LocalDate at,
        long members,
        Boundaries boundaries,
        List<Score> scores,
        List<InClass> classes,
        List<InGrade> grades) {

    /** The four boundaries of each figure: recency in days, frequency in orders, monetary in the smallest currency unit. */
    public record Boundaries(List<Long> recency, List<Long> frequency, List<Long> monetary) {}

    /** A combination of scores that occurs, and its members. */
    public record Score(int r, int f, int m, long members) {}

    /** A class, its Chinese name, its members, and their share in thousandths; the shares sum to 1000. */
    public record InClass(@JsonProperty("class") RfmClass rfmClass, String zh, long members, long sharePermille) {}

    /** A grade and its members; POTENTIAL are those who joined and have not bought. */
    public record InGrade(Grade grade, String zh, long members) {}
}
