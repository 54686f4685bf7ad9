package io.mendian.member.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.GiftCardChanged;
import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.TestCallers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Each posting to a gift card is told once, with the balance after it; those made before it was so are told the same. */
@MendianTest
class GiftCardPostingsTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OutboxProbe outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void whatIsToldIsTheLedger() {
        String id = spentAndReturned();
        List<String> told = outbox.events(GiftCardChanged.class, id).stream()
                .map(event ->
                        event.cause() + " " + event.reference() + " " + event.deltaMinor() + " " + event.balanceMinor())
                .toList();
        assertThat(told).hasSize(4).doesNotHaveDuplicates();
        assertThat(told)
                .isEqualTo(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', cause_type, cause_id, delta_minor, balance_after) FROM gift_card_entry"
                                + " WHERE gift_card_id = ? ORDER BY id",
                        String.class,
                        id));
        assertThat(told.getLast()).startsWith("MOVE").endsWith(" -7500 0");
    }

    @Test
    void postingsOfBeforeAreToldAsTheyWouldHaveBeen() throws IOException {
        String id = spentAndReturned();
        List<GiftCardChanged> backfilled = jdbc.queryForList(backfill()).stream()
                .filter(row -> id.equals(row.get("msg_key")))
                .map(row -> json.readValue(String.valueOf(row.get("payload")), GiftCardChanged.class))
                .toList();
        assertThat(backfilled).isEqualTo(outbox.events(GiftCardChanged.class, id));
    }

    /** The migration's own query, its columns named. */
    private static String backfill() throws IOException {
        String name = "/db/migration/V0373__gift_card_postings_told.sql";
        try (var in = Objects.requireNonNull(GiftCardPostingsTest.class.getResourceAsStream(name))) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String select = sql.substring(sql.indexOf("SELECT UUID()"), sql.indexOf(';', sql.indexOf("SELECT UUID()")));
            return select.replace("CAST(e.gift_card_id AS CHAR),", "CAST(e.gift_card_id AS CHAR) AS msg_key,")
                    .replace("'\"}')\nFROM", "'\"}') AS payload\nFROM");
        }
    }

    private String spentAndReturned() {
        MemberKey buyer = assets.joined();
        CardTerms gift = new CardTerms("GIFT", 0, null, List.of(), List.of(), 10_000L);
        deliveries.deliverTwice(assets.saleTo(buyer).card(1, gift, 10_000).paid());
        Api owner = api.as(TestCallers.member(buyer));
        String id = owner.get("/app/v1/me/gift-cards")
                .json()
                .get(0)
                .path("giftCardId")
                .asString();
        String card = "/app/v1/me/gift-cards/" + id;
        String code = owner.post(card + "/code", Map.of())
                .expect(200)
                .json()
                .path("code")
                .asString();
        Sale sale = Sale.toNobody().at(clock.instant()).goods(4_000).giftCard(id, 4_000);
        assets.asOrderService()
                .post(
                        "/internal/v1/holds",
                        Map.of(
                                "holdId", sale.orderId().text(),
                                "points", 0,
                                "storedValueMinor", 0,
                                "expiresAt", clock.instant().plusSeconds(900),
                                "giftCards", List.of(Map.of("code", code, "amountMinor", 4_000))))
                .expect(200);
        deliveries.deliverTwice(sale.paid());
        deliveries.deliverTwice(
                sale.refund(1, 1, 1_500).tender("GIFT_CARD", 1_500, id).event());
        owner.post(card + "/move-to-stored-value", Map.of()).expect(200);
        return id;
    }
}
