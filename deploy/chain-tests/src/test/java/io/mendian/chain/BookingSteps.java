package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The steps of a class seat, its check-in, and an appointment. */
final class BookingSteps {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final TradingDay day;
    private final Shop shop;
    private final Door hq;

    BookingSteps(TradingDay day) {
        this.day = day;
        this.shop = day.shop;
        this.hq = day.shop.hq;
    }

    void aClassSeatIsBookedTheFullClassRefusesAndACheckInTakesOneUseOfTheCard() {
        Member member = day.member("wechat");
        shop.sellTo(member, day.id("CARD"), 1, 50_000);
        Shop.eventually(() -> usesLeft(member), 10);

        ZonedDateTime soon = ZonedDateTime.now(SHANGHAI)
                .plusMinutes(65)
                .truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(55);
        Map<String, Object> series = with(
                "serviceSkuId",
                day.id("YOGA"),
                "name",
                "动感单车",
                "kind",
                "SPINNING",
                "weekday",
                soon.getDayOfWeek(),
                "startTime",
                soon.toLocalTime().toString(),
                "firstDate",
                soon.toLocalDate().toString(),
                "capacity",
                2,
                "closesMinutesBefore",
                0,
                "cardUse",
                true);
        Shop.until(() -> shop.manager.post("/store/v1/class-series", series).status() == 201);
        String session = member.app()
                .get("/app/v1/classes?storeId=" + shop.storeId + "&date=" + soon.toLocalDate())
                .expect(200)
                .json()
                .at("/0/sessionId")
                .asString();
        String seats = "/app/v1/class-sessions/" + session + "/bookings";
        String booking = member.app().post(seats, "").expect(201).text("bookingId");
        day.member("phone").app().post(seats, "").expect(201);
        Member.joinsByPhone(shop).app().post(seats, "").expectProblem(409, "CLASS_FULL");

        JsonNode in = shop.clerk
                .post("/store/v1/check-ins", with("memberCode", member.code(), "bookingId", booking))
                .expect(201)
                .json();
        assertThat(in.path("state").asString()).isEqualTo("CHECKED_IN");
        assertThat(in.path("usesLeft").asInt()).isEqualTo(9);
        assertThat(usesLeft(member)).isEqualTo(9);
    }

    private static int usesLeft(Member member) {
        return member.app()
                .get("/app/v1/me/cards")
                .expect(200)
                .json()
                .at("/0/usesLeft")
                .asInt(-1);
    }

    void anAppointmentTakesTheStylistOnce() {
        hq.put(
                        "/hq/v1/services/" + day.id("HAIR") + "/booking-rule",
                        with(
                                "needsPlace", false,
                                "opensDaysBefore", 7,
                                "closesMinutesBefore", 0,
                                "cancelMinutesBefore", 0,
                                "cardUse", false))
                .expect(200);
        String stylist = shop.manager
                .post(
                        "/store/v1/resources",
                        with(
                                "kind",
                                "STAFF",
                                "name",
                                "小李",
                                "staffId",
                                shop.clerkId,
                                "serviceSkuIds",
                                List.of(day.id("HAIR"))))
                .expect(201)
                .text("resourceId");
        ZonedDateTime tomorrow = ZonedDateTime.now(SHANGHAI).plusDays(1);
        shop.manager
                .put(
                        "/store/v1/resources/" + stylist + "/shifts/" + tomorrow.toLocalDate(),
                        with("hours", List.of(with("from", "09:00", "to", "18:00"))))
                .expect(204);
        JsonNode slots = day.member("wechat")
                .app()
                .get("/app/v1/appointments/slots?storeId=" + shop.storeId + "&serviceSkuId=" + day.id("HAIR") + "&date="
                        + tomorrow.toLocalDate())
                .expect(200)
                .json();
        assertThat(slots.size()).isPositive();
        Map<String, Object> wish = with(
                "storeId",
                shop.storeId,
                "serviceSkuId",
                day.id("HAIR"),
                "startsAt",
                slots.at("/0/startsAt").asString(),
                "resourceId",
                stylist);
        day.member("wechat").app().post("/app/v1/appointments", wish).expect(201);
        assertThat(day.member("phone").app().post("/app/v1/appointments", wish).status())
                .isEqualTo(409);
    }
}
