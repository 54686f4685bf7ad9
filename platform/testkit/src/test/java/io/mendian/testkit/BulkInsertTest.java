package io.mendian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.persistence.BulkInsert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BulkInsertTest {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private enum Word {
        HELD
    }

    @Test
    void rowsAreNumbersInstantsAndWords() {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        String sql = new BulkInsert("hold (id, store, state, at, open, place)", 2)
                .row()
                .with(1)
                .with(-2)
                .with(Word.HELD)
                .with(now)
                .with(true)
                .withOptional(null)
                .row()
                .with(Long.MAX_VALUE)
                .with(0)
                .with(Word.HELD)
                .with(now)
                .with(false)
                .withOptional(7L)
                .sql();
        assertThat(sql)
                .isEqualTo("INSERT INTO hold (id, store, state, at, open, place)"
                        + " VALUES (1, -2, 'HELD', '2026-01-02 03:04:05.000000', 1, NULL),"
                        + " (9223372036854775807, 0, 'HELD', '2026-01-02 03:04:05.000000', 0, 7)");
    }

    @Test
    void textIsWrittenOnlyWhereItIsPlain() {
        BulkInsert insert = new BulkInsert("t (a, b, c, d, e, f)", 1)
                .row()
                .with("order.paid.v1")
                .with("")
                .with("' OR 1 = 1 --")
                .with("\\")
                .with("茶")
                .with("x".repeat(65));
        assertThat(insert.sql()).isEqualTo("INSERT INTO t (a, b, c, d, e, f) VALUES ('order.paid.v1', '', ?, ?, ?, ?)");
        for (char c = 0; c < 0x3000; c++) {
            boolean written = !new BulkInsert("t (a)", 1)
                    .row()
                    .with(String.valueOf(c))
                    .sql()
                    .contains("?");
            assertThat(written).isEqualTo("-._:".indexOf(c) >= 0 || c < 128 && Character.isLetterOrDigit(c));
        }
    }

    @Test
    void instantsAreRoundedToTheNearestMicrosecond() {
        assertThat(written(Instant.parse("2026-12-31T23:59:59.999999500Z"))).isEqualTo("2027-01-01 00:00:00.000000");
        assertThat(written(Instant.parse("2026-12-31T23:59:59.999999499Z"))).isEqualTo("2026-12-31 23:59:59.999999");
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(random.nextLong(8_000_000_000L), random.nextInt(1_000_000) * 1_000L);
            assertThat(written(instant)).isEqualTo(MICROS.format(instant));
            assertThat(written(instant.plus(499, ChronoUnit.NANOS))).isEqualTo(MICROS.format(instant));
        }
    }

    private static String written(Instant instant) {
        String sql = new BulkInsert("t (at)", 1).row().with(instant).sql();
        return sql.substring(sql.indexOf('\'') + 1, sql.lastIndexOf('\''));
    }
}
