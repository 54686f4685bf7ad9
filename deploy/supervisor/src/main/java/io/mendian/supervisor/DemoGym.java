package io.mendian.supervisor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The gym's rooms, its coach with his hours, the weekly timetable, and personal training by appointment. */
final class DemoGym {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Lesson(DayOfWeek day, String start, String code, String name, String kind, int capacity) {}

    private static final List<Lesson> TIMETABLE = List.of(
            new Lesson(DayOfWeek.MONDAY, "19:00", "YOGA", "流瑜伽", "SMALL", 12),
            new Lesson(DayOfWeek.TUESDAY, "12:15", "SPIN", "动感单车", "SPINNING", 20),
            new Lesson(DayOfWeek.WEDNESDAY, "19:00", "YOGA", "流瑜伽", "SMALL", 12),
            new Lesson(DayOfWeek.THURSDAY, "12:15", "SPIN", "动感单车", "SPINNING", 20),
            new Lesson(DayOfWeek.FRIDAY, "19:00", "YOGA", "阴瑜伽", "SMALL", 12),
            new Lesson(DayOfWeek.SATURDAY, "10:00", "YOGA", "清晨瑜伽", "SMALL", 12),
            new Lesson(DayOfWeek.SUNDAY, "10:00", "SPIN", "动感单车", "SPINNING", 20));

    private final GatewayClient hq;
    private final String place;

    DemoGym(GatewayClient hq, DemoStore gym) {
        this.hq = hq;
        this.place = "/hq/v1/stores/" + gym.id();
    }

    void furnish(DemoStore gym, Map<String, String> skus) {
        String training = Objects.requireNonNull(skus.get("PT"));
        String coach = resource("吴教练", Map.of("kind", "STAFF", "name", "吴教练", "staffId", gym.coachId()));
        String yoga = resource("瑜伽室", Map.of("kind", "ROOM", "name", "瑜伽室"));
        String spin = resource("单车房", Map.of("kind", "ROOM", "name", "单车房"));
        hq.put(place + "/resources/" + coach + "/shifts", Map.of("week", week()));
        // personal training needs no room and takes no card use
        hq.patiently(() -> hq.put(
                "/hq/v1/services/" + training + "/booking-rule",
                Map.of(
                        "needsPlace", false,
                        "opensDaysBefore", 30,
                        "closesMinutesBefore", 0,
                        "cancelMinutesBefore", 60,
                        "cardUse", false)));
        JsonNode known = hq.get(place + "/class-series?limit=200");
        for (Lesson lesson : TIMETABLE) {
            if (Found.by(known, "weekday", lesson.day.name()) == null) {
                String room = lesson.code.equals("SPIN") ? spin : yoga;
                hq.patiently(() -> hq.post(place + "/class-series", series(lesson, skus, coach, room)));
            }
        }
    }

    private static Map<String, Object> series(Lesson lesson, Map<String, String> skus, String coach, String room) {
        return Map.of(
                "serviceSkuId",
                Objects.requireNonNull(skus.get(lesson.code)),
                "name",
                lesson.name,
                "kind",
                lesson.kind,
                "weekday",
                lesson.day.name(),
                "startTime",
                lesson.start,
                "capacity",
                lesson.capacity,
                "coachId",
                coach,
                "roomId",
                room,
                "firstDate",
                LocalDate.now(ZONE).toString());
    }

    private String resource(String name, Map<String, Object> body) {
        JsonNode before = Found.by(hq.get(place + "/resources"), "name", name);
        JsonNode made = before == null ? hq.patiently(() -> hq.post(place + "/resources", body)) : before;
        return made.path("resourceId").asString();
    }

    private static Map<String, Object> week() {
        Map<String, Object> week = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day.name(), List.of(Map.of("from", "08:00", "to", "21:00")));
        }
        return week;
    }
}
