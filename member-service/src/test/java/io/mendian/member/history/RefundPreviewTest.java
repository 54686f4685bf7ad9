package io.mendian.member.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class RefundPreviewTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Assets assets;

    @Autowired
    JdbcTemplate jdbc;

    private final MemberKey member = Sale.someone();

    @Test
    void whatThePreviewSaysIsWhatTheRefundDoes() {
        Sale sale = assets.saleTo(member).goods(123_400).goods(6_600);
        deliveries.deliver(sale.paid());
        OrderRefunded refund = sale.refund(1, 1, 123_400).event();
        Map<String, List<Map<String, Object>>> before = rows();
        JsonNode said = preview(refund).expect(200).json();
        assertThat(rows()).isEqualTo(before);
        assertThat(said.path("pointsTakenBack").asLong()).isEqualTo(1234);
        assertThat(said.path("levelNow").asString())
                .isNotEqualTo(said.path("levelThen").asString());
        long points = number("SELECT balance FROM points_account WHERE member_key = ?");
        deliveries.deliver(refund);
        assertThat(points - number("SELECT balance FROM points_account WHERE member_key = ?"))
                .isEqualTo(1234);
        assertThat(jdbc.queryForObject(
                        "SELECT level_code FROM level_standing WHERE member_key = ?", String.class, member.value()))
                .isEqualTo(said.path("levelThen").asString());
    }

    @Test
    void anOrderThatIsNotKnownYetIsSaidSo() {
        preview(assets.saleTo(member).goods(100).refund(1, 1, 100).event()).expectProblem(409, "ORDER_NOT_KNOWN_YET");
    }

    private Api.Answer preview(OrderRefunded refund) {
        return api.as(Caller.machine("order-service")).post("/internal/v1/refund-previews", refund);
    }

    private Map<String, List<Map<String, Object>>> rows() {
        return Map.of(
                "account", jdbc.queryForList("SELECT * FROM points_account WHERE member_key = ?", member.value()),
                "entries", jdbc.queryForList("SELECT * FROM points_entry WHERE member_key = ?", member.value()),
                "lots", jdbc.queryForList("SELECT * FROM points_lot WHERE member_key = ?", member.value()),
                "level", jdbc.queryForList("SELECT * FROM level_standing WHERE member_key = ?", member.value()),
                "records", jdbc.queryForList("SELECT * FROM consumption_record WHERE member_key = ?", member.value()),
                "told", jdbc.queryForList("SELECT * FROM outbox_sequence WHERE msg_key = ?", member.text()));
    }

    private long number(String sql) {
        Long value = jdbc.queryForObject(sql, Long.class, member.value());
        return value == null ? 0 : value;
    }
}
