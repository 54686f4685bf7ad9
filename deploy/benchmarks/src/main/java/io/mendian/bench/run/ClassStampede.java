package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.probe.Anchors;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** B5: the opening second of a gym's timetable. Members against few seats, beside three textbook ways to guard a seat. */
final class ClassStampede implements Benchmark {

    private static final int SEATS = 20;
    private static final int MEMBERS_PER_CLASS = 25;
    private static final int AT_ONCE = 64;

    @Override
    public String id() {
        return "B5";
    }

    @Override
    public String title() {
        return "Class stampede: everybody books at the opening second";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws SQLException, IOException {
        Outcome outcome = new Outcome(id(), title());
        int warming = plan.brief() ? 40 : 60;
        List<Long> all = sessions(bed, warming + (plan.brief() ? 60 : 200));
        List<Long> sessions = all.subList(warming, all.size());
        int members = sessions.size() * MEMBERS_PER_CLASS;
        List<String> lines = Inside.lines(
                bed,
                Part.BOOKING,
                "io.mendian.bench.inside.StampedeMain",
                List.of(
                        joined(all.subList(0, warming)),
                        joined(sessions),
                        Integer.toString(MEMBERS_PER_CLASS),
                        Integer.toString(AT_ONCE),
                        Long.toString(plan.seed())));
        double attempts = Double.parseDouble(lines.getFirst());
        Map<Long, List<long[]>> seats = seats(lines.subList(1, lines.size()));
        seats.forEach((session, taken) ->
                outcome.expect(taken.size() <= SEATS, "session " + session + " holds " + taken.size()));
        SeatControls controls = new SeatControls(bed, sessions.size(), SEATS, members, AT_ONCE, plan.seed());
        controls.warm();
        double best = controls.measure(outcome);
        double fair = controls.measureWithOurRows(outcome);
        return outcome.figure("attempts", attempts, "/s", members + " members, " + sessions.size() + " classes")
                .atLeast("÷ the best control", attempts / best, "", 3, "")
                .atLeast("÷ the best control that writes our rows", attempts / fair, "", 3, "")
                .atLeast("Kendall τ(arrival, seat)", tau(seats), "", 0.95, "mean over the classes")
                .figure(
                        "seats taken",
                        seats.values().stream().mapToInt(List::size).sum(),
                        "");
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Sessions of weekly classes that open now, made through the API. */
    private static List<Long> sessions(Bed bed, int wanted) throws SQLException {
        Town town = Town.of(bed);
        String service = bed.hq()
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
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        List<Long> ids = new ArrayList<>();
        for (int number = 0; ids.size() < wanted; number++) {
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
                    SEATS,
                    "firstDate",
                    tomorrow.toString(),
                    "opensDaysBefore",
                    60,
                    "cardUse",
                    false);
            JsonNode[] made = new JsonNode[1];
            Api.until("the service at the timetable", () -> {
                made[0] = bed.hq().post("/hq/v1/stores/" + town.storeId() + "/class-series", series);
                return true;
            });
            ids.addAll(ofSeries(bed, made[0].path("seriesId").asString()));
        }
        return ids.subList(0, wanted);
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

    /** By session: arrival and booking of each seat. */
    private static Map<Long, List<long[]>> seats(List<String> lines) {
        Map<Long, List<long[]>> seats = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            seats.computeIfAbsent(Long.parseLong(words[0]), any -> new ArrayList<>())
                    .add(new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])});
        }
        return seats;
    }

    /** 1 when the seats went in the order of arrival, 0 when by chance. */
    private static double tau(Map<Long, List<long[]>> seats) {
        double sum = 0;
        int classes = 0;
        for (List<long[]> taken : seats.values()) {
            if (taken.size() < 2) {
                continue;
            }
            taken.sort(Comparator.comparingLong(one -> one[0]));
            int concordant = 0;
            int pairs = 0;
            for (int i = 0; i < taken.size(); i++) {
                for (int j = i + 1; j < taken.size(); j++) {
                    concordant += taken.get(i)[1] < taken.get(j)[1] ? 1 : -1;
                    pairs++;
                }
            }
            sum += (double) concordant / pairs;
            classes++;
        }
        return classes == 0 ? 0 : sum / classes;
    }
}
