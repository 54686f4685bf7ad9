package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Sale;
import io.mendian.testkit.StandingOrders;
import io.mendian.testkit.UnreadableNews;
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
        UnreadableNews news = UnreadableNews.of(sale.paid(), "member-service", api, deliveries, jdbc);
        assertThat(assets.points(member)).isEqualTo(1_000);
        assertThat(news.giveUp()).isEqualTo(204);
        assertThat(news.giveUp()).isEqualTo(404);
        assertThat(assets.points(member)).isEqualTo(100);
        assertThat(assets.freePoints(member)).isEqualTo(100);
        assertThat(assets.number(
                        "SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(1_100);
        assertThat(jdbc.queryForList("SELECT facts FROM audit_entry WHERE action = 'EVENT_GIVEN_UP'", String.class))
                .filteredOn(facts -> facts.contains(news.readable().id()))
                .singleElement()
                .asString()
                .contains("TOLD_AGAIN");
        deliveries.again(news.readable());
        assertThat(assets.points(member)).isEqualTo(100);
    }
}
