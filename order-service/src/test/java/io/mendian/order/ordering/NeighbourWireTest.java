package io.mendian.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.client.InventoryClient;
import io.mendian.order.ordering.client.MarketingClient;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.MendianTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What really goes over the wire to the other services, and how their answers and refusals are read. */
@MendianTest
class NeighbourWireTest extends WireCase {

    @Test
    void aHoldOfStockIsAskedForAsTheContractSays() {
        answer = "{\"holdId\":\"77\"}";
        client(InventoryClient.class, "inventory-service")
                .hold(new InventoryClient.StockHoldRequest(
                        "77",
                        StoreId.of(5),
                        Instant.parse("2026-11-22T10:00:00.123456Z"),
                        List.of(new InventoryClient.Pieces(SkuId.of(9), 3))));
        assertThat(asked).isEqualTo("POST /internal/v1/holds");
        assertThat(authorization).startsWith("Bearer ");
        assertThat(json.readTree(sent))
                .isEqualTo(
                        json.readTree(
                                "{\"holdId\":\"77\",\"storeId\":\"5\",\"expiresAt\":\"2026-11-22T10:00:00.123456Z\",\"lines\":[{\"skuId\":\"9\",\"quantity\":3}]}"));
    }

    @Test
    void aRefusalIsPassedOnWithItsFacts() {
        status = 409;
        answer =
                "{\"code\":\"NOT_ENOUGH_STOCK\",\"status\":409,\"detail\":\"only 2\",\"facts\":{\"left\":2,\"skuId\":\"9\"}}";
        assertThatThrownBy(() -> client(InventoryClient.class, "inventory-service")
                        .hold(new InventoryClient.StockHoldRequest("1", StoreId.of(1), Instant.EPOCH, List.of())))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().name()).isEqualTo("NOT_ENOUGH_STOCK");
                    assertThat(e.facts()).containsEntry("left", "2");
                });
    }

    @Test
    void aFailureSaysWhichServiceIsAway() {
        status = 500;
        assertThatThrownBy(() -> client(MemberClient.class, "member-service").checkoutContext("5"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
    }

    @Test
    void aMembersContextIsRead() {
        answer = """
                {"memberKey":"5","level":"GOLD","levelName":"金","levelPricePermille":900,"memberPrices":true,
                 "pointsBalance":120,"pointsPerCurrencyUnit":100,"pointsCapPermille":500,"principalMinor":70,"bonusMinor":7,"paidOrders":3,
                 "later":"unknown fields are ignored"}
                """;
        MemberClient.CheckoutContext read =
                client(MemberClient.class, "member-service").checkoutContext("5");
        assertThat(asked).isEqualTo("GET /internal/v1/members/5/checkout-context");
        assertThat(read)
                .isEqualTo(new MemberClient.CheckoutContext(
                        MemberKey.of(5), "GOLD", "金", 900, true, 120, 100, 500, 70, 7, 3L));
    }

    @Test
    void aHoldIsReleased() {
        status = 204;
        client(MemberClient.class, "member-service").release("77");
        assertThat(asked).isEqualTo("DELETE /internal/v1/holds/77");
    }

    @Test
    void aQuoteIsAskedForAndReadAsTheContractSays() {
        answer = """
                {"listMinor":2000,"discountMinor":300,"payableMinor":1700,"pointsUsed":100,"pointsMinor":100,"couponIds":["8"],
                 "couponDiscountsMinor":{"8":200},"lines":[{"lineId":"1","skuId":"9","quantity":2,"listMinor":2000,
                 "netMinor":1700,"points":100,"pointsMinor":100,"explanations":[{"rule":"LEVEL","text":"金卡 9 折","amountMinor":-200}]}],
                 "gifts":[{"skuId":"4","quantity":1,"couponId":"8","rule":"COUPON"}],"explanations":[],
                 "notApplied":[{"rule":"COUPON","code":"X","reason":"差 5 元","missingMinor":500}],"gapMinor":0,"ruleVersion":"e1",
                 "promotionDiscountsMinor":{"3":100},"fees":[{"code":"PACKAGING","text":"包装费","amountMinor":50}],
                 "roundingMinor":-5,"later":"is kept"}
                """;
        JsonNode whole = client(MarketingClient.class, "marketing-service")
                .quote(
                        "zh-CN",
                        new MarketingClient.QuoteRequest(
                                StoreId.of(5),
                                MemberKey.of(6),
                                "POS",
                                Instant.parse("2026-11-22T10:00:00Z"),
                                List.of(new MarketingClient.QuoteLine("1", SkuId.of(9), "GOODS", "饮料", 2, 1000, null)),
                                "GOLD",
                                900,
                                null,
                                -1,
                                120,
                                100,
                                500,
                                "CNY",
                                List.of("STORED_VALUE"),
                                3,
                                null));
        MarketingClient.QuoteAnswer read = json.treeToValue(whole, MarketingClient.QuoteAnswer.class);
        assertThat(whole.path("later").asString()).isEqualTo("is kept");
        JsonNode body = json.readTree(sent);
        assertThat(body.path("memberKey").asString()).isEqualTo("6");
        assertThat(body.path("couponIds").isArray()).isFalse();
        assertThat(body.path("usePoints").asLong()).isEqualTo(-1);
        assertThat(body.path("lines").get(0).path("skuId").asString()).isEqualTo("9");
        answer = "{\"payableMinor\":1700}";
        JsonNode again = client(MarketingClient.class, "marketing-service").quoteAgain("zh-CN", whole);
        assertThat(asked).isEqualTo("POST /internal/v1/quotes/again");
        assertThat(json.readTree(sent)).isEqualTo(whole);
        assertThat(again.path("payableMinor").asLong()).isEqualTo(1700);
        assertThat(body.path("payWith").get(0).asString()).isEqualTo("STORED_VALUE");
        assertThat(body.path("memberPaidOrders").asLong()).isEqualTo(3);
        assertThat(read.promotionDiscountsMinor()).isEqualTo(Map.of("3", 100L));
        assertThat(read.fees().getFirst().amountMinor()).isEqualTo(50);
        assertThat(read.roundingMinor()).isEqualTo(-5);
        assertThat(read.couponDiscountsMinor()).isEqualTo(Map.of("8", 200L));
        assertThat(read.gifts().getFirst().skuId()).isEqualTo(SkuId.of(4));
        assertThat(read.lines().getFirst().explanations().getFirst().text()).isEqualTo("金卡 9 折");
    }
}
