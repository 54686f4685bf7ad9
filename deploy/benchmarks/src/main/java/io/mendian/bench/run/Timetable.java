package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sessions of weekly classes that open now, made through the API as they are wanted. */
final class Timetable {

    private final Bed bed;
    private final Town town;
    private final String service;
    private final int seats;
    private final List<Long> made = new ArrayList<>();
    private int number;
    private int given;

    Timetable(Bed bed, int seats) {
        this.bed = bed;
        this.town = Town.of(bed);
        this.seats = seats;
        this.service = bed.hq()
                .post(
                        "/hq/v1/skus",
                        with(
                                "code", "CLASS",
                                "kind", "SERVICE",
                                "name", "动感单车",
                                "listPriceMinor", 5_000,
                                "durationMinutes", 30))
                .path("id")
                .asString();
    }

    /** So many that were not given before. */
    List<Long> sessions(int wanted) throws SQLException {
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        for (; made.size() < given + wanted; number++) {
            DayOfWeek day = tomorrow.plusDays(number % 7).getDayOfWeek();
            String time = String.format(java.util.Locale.ROOT, "%02d:%02d", 6 + number / 7 % 16, number / 112 * 5 % 60);
            Map<String, Object> series = with(
                    "serviceSkuId",
                    service,
                    "name",
                    "动感单车",
                    "kind",
                    "LARGE",
                    "weekday",
                    day.name(),
                    "startTime",
                    time,
                    "capacity",
                    seats,
                    "firstDate",
                    tomorrow.toString(),
                    "opensDaysBefore",
                    60,
                    "cardUse",
                    false);
            JsonNode[] answer = new JsonNode[1];
            Api.until("the service at the timetable", () -> {
                answer[0] = bed.hq().post("/hq/v1/stores/" + town.storeId() + "/class-series", series);
                return true;
            });
            made.addAll(ofSeries(bed, answer[0].path("seriesId").asString()));
        }
        given += wanted;
        return List.copyOf(made.subList(given - wanted, given));
    }

    private static List<Long> ofSeries(Bed bed, String seriesId) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = bed.database("mendian_booking");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id FROM class_session WHERE series_id = " + Long.parseLong(seriesId))) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
