package io.mendian.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.FakeMembers;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class SaleTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    FakeMembers members;

    @Test
    void aSaleByBarcodeForCashIsPaidAndNamesTheChange() {
        StoreId store = shop.store();
        String barcode = Shop.barcode();
        SkuId water = shop.goods(250, barcode);
        Caller clerk = shop.clerk(store);
        JsonNode sale = api.as(clerk)
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(Map.of("barcode", barcode, "quantity", 3)),
                                "cash", Map.of("receivedMinor", 1000)))
                .expect(201)
                .json();
        assertThat(sale.path("status").asString()).isEqualTo("PAID");
        assertThat(sale.path("tenders").get(0).path("changeMinor").asLong()).isEqualTo(250);
        OrderPaid paid =
                outbox.events(OrderPaid.class, sale.path("orderId").asString()).getFirst();
        assertThat(paid.staffId()).isEqualTo(clerk.staffId());
        assertThat(paid.storeId()).isEqualTo(store);
        assertThat(paid.channel()).isEqualTo("POS");
        assertThat(paid.lines().getFirst().skuId()).isEqualTo(water);
        assertThat(paid.memberKey()).isNull();
    }

    @Test
    void anUnknownPhoneMakesTheMemberOfTheSale() {
        StoreId store = shop.store();
        JsonNode sale = api.as(shop.clerk(store))
                .post(
                        "/store/v1/sales",
                        Map.of(
                                "memberPhone", "1380013" + Shop.id() % 10_000,
                                "lines", List.of(Shop.line(shop.goods(500), 1)),
                                "cash", Map.of("receivedMinor", 500)))
                .expect(201)
                .json();
        assertThat(sale.path("memberKey").asString()).isNotEmpty();
    }

    @Test
    void tooLittleCashSellsNothing() {
        StoreId store = shop.store();
        api.as(shop.clerk(store))
                .post(
                        "/store/v1/sales",
                        Map.of("lines", List.of(Shop.line(shop.goods(500), 1)), "cash", Map.of("receivedMinor", 499)))
                .expectProblem(409, "CASH_TOO_LITTLE");
    }

    @Test
    void aRefusalTellsACashierAmountsAsTheyStandOnNotesAndAProgramTheWholeNumber() {
        JsonNode refused = api.as(shop.clerk(shop.store()))
                .post(
                        "/store/v1/sales",
                        Map.of("lines", List.of(Shop.line(shop.goods(2000), 1)), "cash", Map.of("receivedMinor", 1250)))
                .expectProblem(409, "CASH_TOO_LITTLE")
                .json();
        assertThat(refused.path("detail").asString())
                .contains("12.50 元", "20 元")
                .doesNotContain("1250", "2000");
        assertThat(refused.path("facts").path("receivedMinor").asLong()).isEqualTo(1250);
    }

    @Test
    void amountsWhoseSumWouldOverflowAreRefusedBeforeTheyAreAdded() {
        Map<String, Object> much = Map.of("label", "terminal", "amountMinor", Long.MAX_VALUE);
        Map<String, Object> basket =
                Map.of("lines", List.of(Shop.line(shop.goods(500), 1)), "booked", List.of(much, much));
        Api till = api.as(shop.clerk(shop.store()));
        till.post("/store/v1/sales", basket).expectProblem(400, "INVALID_REQUEST");
        till.post(
                        "/store/v1/sales",
                        Map.of(
                                "lines", List.of(Shop.line(shop.goods(500), 1)),
                                "cash", Map.of("receivedMinor", Long.MAX_VALUE)))
                .expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void theMembersValueNeedsHisCodeWhichThenServesForTheSale() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 10_000);
        Caller clerk = shop.clerk(store);
        Map<String, Object> order = Map.of(
                "memberKey", member.text(), "storedValueMinor", -1, "lines", List.of(Shop.line(shop.goods(1000), 1)));
        api.as(clerk).post("/store/v1/orders", order).expectProblem(409, "MEMBER_CODE_NEEDED");
        members.shows("code-" + member, member);
        api.as(clerk)
                .post(
                        "/store/v1/quotes",
                        Map.of("memberCode", "code-" + member, "lines", List.of(Shop.line(shop.goods(1000), 1))))
                .expect(200);
        assertThat(api.as(clerk)
                        .post("/store/v1/orders", order)
                        .expect(201)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("PAID");
    }

    @Test
    void severalTendersSumToTheAmountDue() {
        StoreId store = shop.store();
        MemberKey member = shop.member(0, 300);
        members.shows("code-" + member, member);
        Caller clerk = shop.clerk(store);
        JsonNode order = api.as(clerk)
                .post(
                        "/store/v1/orders",
                        Map.of(
                                "memberCode",
                                "code-" + member,
                                "storedValueMinor",
                                300,
                                "lines",
                                List.of(Shop.line(shop.goods(1000), 1))))
                .expect(201)
                .json();
        String cash = "/store/v1/orders/" + order.path("orderId").asString() + "/cash";
        api.as(clerk)
                .post(cash, Map.of("amountMinor", 700, "receivedMinor", 700))
                .expectProblem(409, "PAYMENT_TOO_MUCH");
        api.as(clerk)
                .post(cash, Map.of("amountMinor", 200, "receivedMinor", 200))
                .expect(200);
        JsonNode paid = api.as(clerk)
                .post(cash, Map.of("receivedMinor", 500))
                .expect(200)
                .json();
        assertThat(paid.path("status").asString()).isEqualTo("PAID");
        assertThat(outbox.events(OrderPaid.class, order.path("orderId").asString())
                        .getFirst()
                        .tenders())
                .extracting("kind", "amountMinor")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("STORED_VALUE", 300L),
                        org.assertj.core.groups.Tuple.tuple("CASH", 200L),
                        org.assertj.core.groups.Tuple.tuple("CASH", 400L));
    }
}
