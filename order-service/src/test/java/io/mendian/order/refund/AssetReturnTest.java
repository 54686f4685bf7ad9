package io.mendian.order.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.testkit.MendianTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Returns of recharges: by the formula, frozen meanwhile, free when nothing comes of them. */
@MendianTest
class AssetReturnTest extends ReturnRequestSteps {

    @Test
    void ofARechargeComesBackWhatTheFormulaSaysAndItIsFrozenMeanwhile() {
        String order = desk.recharge(clerk, member, 50_000);
        neighbours.gives(order, "1", 27_500);
        JsonNode said = me.post("/app/v1/orders/" + order + "/refunds/preview", ReturnDesk.wish(1))
                .expect(200)
                .json();
        assertThat(said.path("amountMinor").asLong()).isEqualTo(27_500);
        assertThat(said.at("/lines/0/formula/formula").asString()).isEqualTo("CONSUMER_REASON");
        assertThat(said.at("/lines/0/formula/steps/0/text").asString()).isEqualTo("实付");
        String refund = asked(order, 1, "DISLIKE");
        assertThat(neighbours.isFrozen(refund)).isTrue();
        api.as(clerk).post("/store/v1/refunds/" + refund + "/accept", Map.of()).expect(200);
        assertThat(desk.refundStatus(refund)).isEqualTo("DONE");
        OrderRefunded told = outbox.events(OrderRefunded.class, order).getFirst();
        assertThat(told.refundId()).isEqualTo(refund);
        assertThat(told.amountMinor()).isEqualTo(27_500);
        assertThat(told.full()).isTrue();
        assertThat(told.lines().getFirst().kind()).isEqualTo("RECHARGE");
    }

    @Test
    void whatARequestHadFrozenIsFreeWhenItComesToNothingAlsoWhenTheServiceWasAway() {
        String order = desk.recharge(clerk, member, 50_000);
        String refund = asked(order, 1, "DISLIKE");
        neighbours.away(true);
        me.post("/app/v1/refunds/" + refund + "/withdraw", Map.of()).expect(200);
        assertThat(neighbours.isFrozen(refund)).isTrue();
        neighbours.away(false);
        advanceRefunds.advanceAll(200);
        assertThat(neighbours.isFrozen(refund)).isFalse();
        assertThat(desk.text("SELECT assets FROM refund WHERE id = " + refund)).isEqualTo("FREE");
    }

    @Test
    void aRequestThatCannotFreezeYetGoesOnByItself() {
        String order = desk.recharge(clerk, member, 50_000);
        neighbours.away(true);
        me.post("/app/v1/orders/" + order + "/refunds", ReturnDesk.wish(1)).expect(503);
        String refund = desk.text("SELECT id FROM refund WHERE order_id = " + order);
        assertThat(desk.refundStatus(refund)).isEqualTo("PREPARING");
        neighbours.away(false);
        advanceRefunds.advanceAll(200);
        assertThat(desk.refundStatus(refund)).isEqualTo("REQUESTED");
        assertThat(neighbours.isFrozen(refund)).isTrue();
    }

    @Test
    void whereTheFigureHasChangedNothingGoesBack() {
        String order = desk.recharge(clerk, member, 50_000);
        neighbours.usedMeanwhile(order);
        me.post("/app/v1/orders/" + order + "/refunds", ReturnDesk.wish(1)).expectProblem(409, "ASSET_REFUND_CHANGED");
        assertThat(desk.text("SELECT status FROM refund WHERE order_id = " + order))
                .isEqualTo("REJECTED");
        assertThat(desk.number("SELECT refunded_minor FROM sales_order WHERE id = " + order))
                .isZero();
    }
}
