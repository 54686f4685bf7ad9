package io.mendian.runtime.persistence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many rows in one statement, whose numbers, instants and plain words are written as text: to bind each value and have the
 * driver join the rows costs more than the database needs for them. What is not plain is bound.
 */
public final class BulkInsert {

    private static final int USUAL_ROW = 96;
    private static final int LONGEST_PLAIN = 64;

    private final StringBuilder sql;
    private final List<String> bound = new ArrayList<>();
    private boolean rowIsEmpty;
    private boolean noRows = true;
    private final Map<Instant, String> texts = new HashMap<>();

    /** {@code into}: a constant, the table with its columns. */
    public BulkInsert(String into, int rows) {
        sql = new StringBuilder(into.length() + 32 + rows * USUAL_ROW)
                .append("INSERT INTO ")
                .append(into);
    }

    /** The next values are those of a new row. */
    public BulkInsert row() {
        sql.append(noRows ? " VALUES (" : "), (");
        noRows = false;
        rowIsEmpty = true;
        return this;
    }

    public BulkInsert with(long number) {
        comma().append(number);
        return this;
    }

    /** A number that may be missing. */
    public BulkInsert withOptional(@Nullable Long number) {
        comma().append(number == null ? "NULL" : number.toString());
        return this;
    }

    public BulkInsert with(boolean truth) {
        comma().append(truth ? '1' : '0');
        return this;
    }

    /** The name of a constant. */
    public BulkInsert with(Enum<?> word) {
        comma().append('\'').append(word.name()).append('\'');
        return this;
    }

    /** Any text: written where it is short and plain, bound as a parameter where it is not. */
    public BulkInsert with(String text) {
        if (isPlain(text)) {
            comma().append('\'').append(text).append('\'');
        } else {
            comma().append('?');
            bound.add(text);
        }
        return this;
    }

    private static boolean isPlain(String text) {
        if (text.length() > LONGEST_PLAIN) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.';
            if (!plain && c != '_' && c != ':') {
                return false;
            }
        }
        return true;
    }

    /** Date and time in UTC, to the nearest microsecond. */
    public BulkInsert with(Instant instant) {
        comma().append(texts.computeIfAbsent(instant, one -> text(UtcTime.of(one.plusNanos(500)))));
        return this;
    }

    /** Sends the rows, if there are any. */
    public void send(JdbcTemplate jdbc) {
        if (!noRows) {
            int ignored = bound.isEmpty() ? jdbc.update(sql()) : jdbc.update(sql(), bound.toArray());
        }
    }

    /** The statement with all rows so far, of which there is at least one, and a mark for each text that is bound. */
    public String sql() {
        return sql + ")";
    }

    private StringBuilder comma() {
        if (!rowIsEmpty) {
            sql.append(", ");
        }
        rowIsEmpty = false;
        return sql;
    }

    private static String text(LocalDateTime time) {
        StringBuilder text = new StringBuilder(28).append('\'').append(time.getYear());
        two(text.append('-'), time.getMonthValue());
        two(text.append('-'), time.getDayOfMonth());
        two(text.append(' '), time.getHour());
        two(text.append(':'), time.getMinute());
        two(text.append(':'), time.getSecond());
        // the leading one keeps the zeros and is overwritten by the point
        int point = text.length();
        text.append(1_000_000 + time.getNano() / 1_000).setCharAt(point, '.');
        return text.append('\'').toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
