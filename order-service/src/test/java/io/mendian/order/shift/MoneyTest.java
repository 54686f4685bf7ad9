package io.mendian.order.shift;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.client.MemberClient.RechargePackage;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A mixed day: what came in, what was consumed and what was earned tie out, and no amount stands in two of them. */
@MendianTest
class MoneyTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    FakeMembers members;

    @Autowired
    OutboxProbe outbox;

    private final List<String> orders = new ArrayList<>();
    private StoreId store;
    private Caller clerk;
    private String shift;
    private MemberKey member;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(1_000, 5_000);
        members.hasUses(member, 10);
        shift = api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", 20_000))
                .expect(201)
                .json()
                .path("shiftId")
                .asString();
    }

    @Test
    void aMixedDayTiesOut() {
        mixedDay();
        JsonNode day = api.as(clerk).get("/store/v1/days/today").expect(200).json();
        JsonNode t = day.path("takings");
        // mugs 2 x 1500, tea 10000 at 9折 less 1.00 by points, pilates 3 x 9000 by card, quick receipt 1234
        assertThat(t.path("salesMinor").asLong()).isEqualTo(3_000 + 8_900 + 27_000 + 1_234 + 50_000);
        assertThat(t.path("cardSalesMinor").asLong()).isEqualTo(50_000);
        assertThat(t.path("rechargeMinor").asLong()).isEqualTo(10_000);
        assertThat(t.path("refundsMinor").asLong()).isEqualTo(1_500 + 9_000 + 234);
        assertThat(t.path("money").path("cashMinor").asLong())
                .isEqualTo(3_000 + 10_000 + 1_234 + (8_900 - 2_000 - 2_500 - 1_500));
        assertThat(t.path("money").path("bookedMinor").asLong()).isEqualTo(1_500 + 50_000);
        assertThat(t.path("money").path("onlineMinor").asLong()).isZero();
        assertThat(t.path("money").path("backMinor").asLong()).isEqualTo(1_500 + 234);
        assertThat(t.path("consumed").path("storedValueMinor").asLong()).isEqualTo(2_000);
        assertThat(t.path("consumed").path("giftCardsMinor").asLong()).isEqualTo(2_500);
        assertThat(t.path("consumed").path("cardUsesMinor").asLong()).isEqualTo(18_000);
        assertThat(t.path("consumed").path("cardUsesValueMinor").asLong()).isEqualTo(2 * 780);
        assertThat(t.path("consumed").path("pointsMinor").asLong()).isEqualTo(100);
        assertThat(t.path("revenueMinor").asLong()).isEqualTo(1_500 + 8_900 + 2 * 780 + 1_000);
        assertThat(day.path("salesMinor").asLong())
                .isEqualTo(t.path("salesMinor").asLong());
        ties(t);
        tellsTheSameByEvents(t);
        theShiftSaysTheSame(t);
    }

    /** Everything of the day was at this till, so its shift has the same figures, and the drawer fits them. */
    private void theShiftSaysTheSame(JsonNode day) {
        JsonNode x =
                api.as(clerk).get("/store/v1/till-shifts/" + shift).expect(200).json();
        assertThat(x.path("takings")).isEqualTo(day);
        assertThat(x.path("tenders")).isEqualTo(day.path("tenders"));
        long cash = day.path("money").path("cashMinor").asLong()
                - day.path("money").path("backMinor").asLong();
        assertThat(x.path("cash").path("expectedMinor").asLong()).isEqualTo(20_000 + cash);
    }

    private static void ties(JsonNode t) {
        JsonNode consumed = t.path("consumed");
        long sold = t.path("salesMinor").asLong()
                + t.path("feesMinor").asLong()
                + t.path("rechargeMinor").asLong()
                - t.path("refundsMinor").asLong()
                - t.path("rechargeBackMinor").asLong()
                - t.path("feesBackMinor").asLong();
        long paid = t.path("money").path("netMinor").asLong()
                + consumed.path("storedValueMinor").asLong()
                + consumed.path("giftCardsMinor").asLong()
                + consumed.path("cardUsesMinor").asLong()
                + t.path("exchangedMinor").asLong()
                - t.path("creditedMinor").asLong();
        assertThat(sold).isEqualTo(paid);
    }

    /** What analytics-service adds up from the events is what this service says. */
    private void tellsTheSameByEvents(JsonNode t) {
        long sales = 0;
        long uses = 0;
        for (String order : orders) {
            for (OrderPaid paid : outbox.events(OrderPaid.class, order)) {
                sales += paid.lines().stream()
                        .filter(line -> !line.kind().equals("RECHARGE"))
                        .mapToLong(line -> line.netMinor())
                        .sum();
                uses += usesOf(paid.tenders());
            }
            for (OrderRefunded back : outbox.events(OrderRefunded.class, order)) {
                uses -= usesOf(back.tenders());
            }
        }
        assertThat(sales).isEqualTo(t.path("salesMinor").asLong());
        assertThat(uses).isEqualTo(t.path("consumed").path("cardUsesValueMinor").asLong());
    }

    private static long usesOf(List<Tender> tenders) {
        return tenders.stream()
                .mapToLong(tender -> tender.valueMinor() == null ? 0 : tender.valueMinor())
                .sum();
    }

    private void mixedDay() {
        String mugs =
                sell(Map.of("lines", List.of(line(shop.goods(1_500), 2)), "cash", Map.of("receivedMinor", 3_000)));
        String offer = Long.toString(Shop.id());
        members.offers(new RechargePackage(offer, "充百", 10_000, 1_000, true));
        sell(Map.of(
                "memberCode", shown(),
                "lines", List.of(line(shop.recharge(offer, 10_000), 1)),
                "cash", Map.of("receivedMinor", 10_000)));
        String giftCard = "GC" + Shop.id();
        members.issuesGiftCard(giftCard, 2_500);
        sell(Map.of(
                "memberCode", shown(),
                "usePoints", 100,
                "storedValueMinor", 2_000,
                "giftCards", List.of(Map.of("code", giftCard, "amountMinor", 2_500)),
                "booked", List.of(Map.of("label", "POS 机", "amountMinor", 1_500)),
                "cash", Map.of("receivedMinor", 2_900),
                "lines", List.of(line(shop.goods(10_000), 1))));
        Map<String, Object> byCard = new HashMap<>(line(shop.service(9_000), 3));
        byCard.put("payByCard", true);
        String pilates = sell(Map.of("memberCode", shown(), "lines", List.of(byCard)));
        sell(Map.of(
                "memberCode", shown(),
                "booked", List.of(Map.of("label", "POS 机", "amountMinor", 50_000)),
                "lines", List.of(line(shop.giftCard(50_000), 1))));
        String quick = api.as(clerk)
                .post("/store/v1/quick-receipts", Map.of("amountMinor", 1_234, "cashReceivedMinor", 1_234))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        orders.add(quick);
        refund(mugs, 1);
        refund(pilates, 1);
        refund(quick, 234);
    }

    /** A member's code works once. */
    private String shown() {
        String code = "code-" + Shop.id();
        members.shows(code, member);
        return code;
    }

    private String sell(Map<String, Object> body) {
        JsonNode sale = api.as(clerk).post("/store/v1/sales", body).expect(201).json();
        assertThat(sale.path("status").asString()).isEqualTo("PAID");
        orders.add(sale.path("orderId").asString());
        return orders.getLast();
    }

    private void refund(String order, long pieces) {
        JsonNode refund = api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "退", "lines", List.of(Map.of("lineId", "1", "quantity", pieces))))
                .expect(201)
                .json();
        assertThat(refund.path("status").asString()).isEqualTo("DONE");
    }
}
