package io.mendian.chain;

import static io.mendian.chain.Door.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A gym with one class that is about to begin, and members whose cards open it. */
public final class Gym {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int USES = 10;

    public final Shop shop = Shop.openGym();
    private final String card;
    private final String seats;

    /** Where a seat of the class is booked. */
    public String seats() {
        return seats;
    }

    /** A member with a card and a seat. */
    public record Guest(Member member, String bookingId) {}

    public Gym() {
        String m = shop.mark;
        shop.hq
                .upload("/hq/v1/skus/import?dryRun=false", "gym.csv", """
                        编码,类型,名称,分类,零售价,会员价,条码,时长,次数,有效天数,适用服务
                        SPIN%1$s,服务,动感单车,课程,60.00,,,50,,,
                        PASS%1$s,次卡,单车十次卡,卡,500.00,,,,10,90,SPIN%1$s
                        """.formatted(m))
                .expect(200);
        card = sku("PASS" + m);
        seats = "/app/v1/class-sessions/" + session(sku("SPIN" + m)) + "/bookings";
    }

    private String sku(String code) {
        return shop.hq
                .get("/hq/v1/skus?q=" + code)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
    }

    private String session(String service) {
        ZonedDateTime soon = shop.chain.now().atZone(SHANGHAI).plusMinutes(20).truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> series = with(
                "serviceSkuId",
                service,
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
                50,
                "closesMinutesBefore",
                0,
                "cancelMinutesBefore",
                0,
                "cardUse",
                true);
        Shop.until(() -> shop.manager.post("/store/v1/class-series", series).status() == 201);
        return Member.joinsByWeChat(shop)
                .app()
                .get("/app/v1/classes?storeId=" + shop.storeId + "&date=" + soon.toLocalDate())
                .expect(200)
                .json()
                .at("/0/sessionId")
                .asString();
    }

    public Guest expects() {
        Member member = Member.joinsByWeChat(shop);
        shop.sellTo(member, card, 1, 50_000);
        Shop.eventually(() -> usesLeft(member), USES);
        return new Guest(member, member.app().post(seats, "").expect(201).text("bookingId"));
    }

    /** Takes a seat and gives it back. */
    public void booksAndCancels(Member member) {
        Door.Answer booked = Insistent.post(member.app(), seats, "");
        String booking = booked.expect(201).text("bookingId");
        Insistent.delete(member.app(), "/app/v1/bookings/" + booking).expect(200);
    }

    /** Shows his code at the door; one use of the card is gone, whatever happened meanwhile. A code that grew old is shown anew. */
    public void letsIn(Guest guest) {
        Door.Answer answer = shows(guest);
        while (answer.status() != 201 && answer.body().contains("\"MEMBER_CODE")) {
            answer = shows(guest);
        }
        answer.expect(201);
        assertThat(answer.text("state")).isEqualTo("CHECKED_IN");
        assertThat(answer.number("usesLeft")).isEqualTo(USES - 1);
        assertThat(Shop.patiently(() -> usesLeft(guest.member))).isEqualTo(USES - 1);
    }

    private Door.Answer shows(Guest guest) {
        String code = Shop.patiently(guest.member::code);
        return Insistent.post(
                shop.clerk, "/store/v1/check-ins", with("memberCode", code, "bookingId", guest.bookingId));
    }

    private static int usesLeft(Member member) {
        return member.app()
                .get("/app/v1/me/cards")
                .expect(200)
                .json()
                .at("/0/usesLeft")
                .asInt(-1);
    }
}
