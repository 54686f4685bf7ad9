package io.mendian.order.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Race;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReconcileTest extends ReconcileCase {

    @Test
    void everyKindOfDifferenceIsListedAndSettledOnes() {
        String good = paid(1_000);
        sim.control().setFaults(json.readTree("{\"notify\": \"lost\"}"));
        String unbooked = open(2_000);
        sim.control().pay(unbooked, "o-x", 0);
        sim.control().clearFaults();
        String onlyOurs = open(3_000);
        provider.paid(onlyOurs, 3_000).sentTo(api, NOTIFY).expect(204);
        String other = paid(4_000);
        jdbc.update("UPDATE wechat_payment SET amount_minor = 3999 WHERE out_trade_no = ?", other);
        String unknown = paid(5_000);
        jdbc.update("UPDATE wechat_payment SET out_trade_no = ? WHERE out_trade_no = ?", "X" + unknown, unknown);
        nextMorning();

        JsonNode bill = compare().expect(200).json();
        assertThat(bill.path("status").asString()).isEqualTo("DONE");
        assertThat(of(good)).isEmpty();
        assertThat(of(unbooked)).containsExactly("STATE_DIFFERS OPEN");
        assertThat(of(onlyOurs)).containsExactly("MISSING_THERE OPEN");
        assertThat(of(other)).containsExactly("AMOUNT_DIFFERS OPEN");
        assertThat(of(unknown)).containsExactly("MISSING_HERE OPEN");
        assertThat(of("X" + unknown)).containsExactly("MISSING_THERE OPEN");
        assertThat(alarms()).isEqualTo(1);

        Race.run(4, i -> () -> compare().expect(200).status());
        assertThat(count("SELECT COUNT(*) FROM channel_bill_line WHERE number = ?", good))
                .isEqualTo(1);
        assertThat(of(other)).containsExactly("AMOUNT_DIFFERS OPEN");

        resolve(onlyOurs).expect(200);
        resolve(onlyOurs).expectProblem(409, "DIFFERENCE_CLOSED");
        jdbc.update("UPDATE wechat_payment SET amount_minor = 4000 WHERE out_trade_no = ?", other);
        jdbc.update("UPDATE wechat_payment SET out_trade_no = ? WHERE out_trade_no = ?", unknown, "X" + unknown);
        compare().expect(200);
        assertThat(of(other)).containsExactly("AMOUNT_DIFFERS GONE");
        assertThat(of(unknown)).containsExactly("MISSING_HERE GONE");
        assertThat(of("X" + unknown)).containsExactly("MISSING_THERE GONE");
        assertThat(of(onlyOurs)).containsExactly("MISSING_THERE RESOLVED");
    }

    @Test
    void refundsStandInTheBillTooAndTheFeeIsToldOnce() {
        String order = order(6_000);
        String number = wechat(order);
        sim.control().pay(number, "o-x", 0);
        awaitPaid(order);
        api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "退", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201);
        String refund = "R"
                + jdbc.queryForObject(
                        "SELECT p.id FROM refund_part p JOIN refund r ON r.id = p.refund_id WHERE r.order_id = ?",
                        Long.class,
                        Long.parseLong(order));
        Awaitility.await()
                .until(() ->
                        count("SELECT COUNT(*) FROM refund_part WHERE id = ? AND status = 'DONE'", refund.substring(1))
                                == 1);
        nextMorning();
        compare().expect(200);
        assertThat(of(number)).isEmpty();
        assertThat(of(refund)).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT fee_milli FROM channel_bill_line WHERE number IN (?, ?) ORDER BY fee_milli",
                        Long.class,
                        number,
                        refund))
                .containsExactly(-36_000L, 36_000L);
        jdbc.update("UPDATE refund_part SET status = 'FAILED', done_at = NULL WHERE id = ?", refund.substring(1));
        compare().expect(200);
        assertThat(of(refund)).containsExactly("STATE_DIFFERS OPEN");
        jdbc.update(
                "UPDATE refund_part SET status = 'DONE', done_at = ? WHERE id = ?",
                java.sql.Timestamp.from(clock.instant()),
                refund.substring(1));
        compare().expect(200);
        assertThat(of(refund)).containsExactly("STATE_DIFFERS GONE");
    }
}
