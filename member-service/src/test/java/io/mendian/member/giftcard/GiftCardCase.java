package io.mendian.member.giftcard;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.member.hold.ExpireHolds;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Gift cards as their buyers, friends and order-service use them. */
@MendianTest
abstract class GiftCardCase {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExpireHolds expireHolds;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    final MemberKey buyer = Sale.someone();

    final MemberKey friend = Sale.someone();

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    static CardTerms gift(long valueMinor) {
        return new CardTerms("GIFT", 0, null, List.of(), List.<StoreId>of(), valueMinor);
    }

    String bought(long valueMinor) {
        deliveries.deliver(
                assets.saleTo(buyer).card(1, gift(valueMinor), valueMinor).paid());
        return cards(buyer).get(0).path("giftCardId").asString();
    }

    JsonNode cards(MemberKey member) {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/gift-cards")
                .expect(200)
                .json();
    }

    String code(MemberKey holder, String id) {
        return post(holder, "/app/v1/me/gift-cards/" + id + "/code", Map.of())
                .expect(200)
                .json()
                .path("code")
                .asString();
    }

    Api.Answer claim(MemberKey member, String code) {
        return post(member, "/app/v1/gift-cards/claim", Map.of("code", code));
    }

    Api.Answer post(MemberKey member, String path, Map<String, ?> body) {
        return api.as(TestCallers.member(member)).post(path, body);
    }

    Api.Answer hold(Sale sale, MemberKey member, String code, long amountMinor) {
        Map<String, Object> body = new HashMap<>();
        body.put("holdId", sale.orderId().text());
        body.put("memberKey", member == null ? null : member.text());
        body.put("points", 0);
        body.put("storedValueMinor", 0);
        body.put("expiresAt", clock.instant().plusSeconds(900));
        body.put("giftCards", List.of(Map.of("code", code, "amountMinor", amountMinor)));
        return assets.asOrderService().post("/internal/v1/holds", body);
    }

    long balance(String id) {
        return number("SELECT balance_minor FROM gift_card WHERE id = ?", id);
    }

    long held(String id) {
        return number("SELECT held_minor FROM gift_card WHERE id = ?", id);
    }

    long entries(String id) {
        return number("SELECT COUNT(*) FROM gift_card_entry WHERE gift_card_id = ?", id);
    }

    long number(String sql, String id) {
        Long value = jdbc.queryForObject(sql, Long.class, id);
        return value == null ? 0 : value;
    }
}
