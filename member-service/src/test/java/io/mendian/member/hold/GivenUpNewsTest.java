package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Sale;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.TestCallers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Points and stored value of an order whose news nobody could read are spent when headquarters gives the news up. */
class GivenUpNewsTest extends HoldCase {

    @Autowired
    StandingOrders orders;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void whatOrderServiceSaysIsSpentOnce() {
        Sale sale = assets.saleTo(member)
                .line("GIFT", "酒", 1, 0, null, null)
                .points(900)
                .storedValue(9_900);
        assets.hold(sale, member, 900, 9_900).expect(200);
        orders.paid(sale.paid());
        IncomingEvent sent = deliveries.incoming(sale.paid());
        deliveries.again(new IncomingEvent(
                sent.id(), sent.topic(), sent.key(), sent.sequence(), sent.type(), sent.time(), "no JSON"));
        assertThat(assets.points(member)).isEqualTo(1_000);
        Long id = jdbc.queryForObject("SELECT id FROM dead_letter WHERE event_id = ?", Long.class, sent.id());
        String giveUp = "/hq/v1/operations/member-service/dead-letters/" + id + "/give-up";
        api.as(TestCallers.headquarters())
                .post(giveUp, Map.of("reason", "no JSON"))
                .expect(204);
        api.as(TestCallers.headquarters())
                .post(giveUp, Map.of("reason", "no JSON"))
                .expect(404);
        assertThat(assets.points(member)).isEqualTo(100);
        assertThat(assets.freePoints(member)).isEqualTo(100);
        assertThat(assets.number(
                        "SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(1_100);
        assertThat(jdbc.queryForList("SELECT facts FROM audit_entry WHERE action = 'EVENT_GIVEN_UP'", String.class))
                .anyMatch(facts -> facts.contains(sent.id()) && facts.contains("TOLD_AGAIN"));
        deliveries.again(sent);
        assertThat(assets.points(member)).isEqualTo(100);
    }
}
