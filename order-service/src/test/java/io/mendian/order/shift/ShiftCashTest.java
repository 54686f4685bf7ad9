package io.mendian.order.shift;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Cash that goes back although its order was never paid, and cash that needs an open shift. */
@MendianTest
class ShiftCashTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    @Autowired
    OrderQueries orders;

    @Autowired
    Shifts shifts;

    @Autowired
    Tills tills;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private StoreId store;
    private Caller clerk;
    private MemberKey member;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
        member = shop.member(0, 0);
    }

    @Test
    void cashOfAnOrderThatItsCustomerCancelledIsHandedBackOnceByWhoeverIsAsked() {
        long shift = open();
        String order = placed(400);
        back(order).expectProblem(409, "CASH_NOT_TAKEN");
        cancel(order);
        assertThat(drawer(shift)).isEqualTo(400);
        Race.run(6, i -> () -> back(order).status())
                .forEach(outcome -> assertThat(outcome.value()).isEqualTo(200));
        assertThat(drawer(shift)).isZero();
        back(order).expect(200);
        assertThat(drawer(shift)).isZero();
    }

    @Test
    void withoutCashThereIsNothingToHandBack() {
        open();
        String order = placed(0);
        cancel(order);
        back(order).expectProblem(409, "CASH_NOT_TAKEN");
    }

    @Test
    void handingBackNeedsAnOpenShiftAndTheRefusalNamesTheTill() {
        String order = placed(400);
        cancel(order);
        assertThat(back(order).expectProblem(409, "SHIFT_NOT_OPEN").body()).contains("收银台1");
    }

    @Test
    void whereAShiftIsRequiredNoCashMovesWithoutOneAndTheRefusalNamesTheTill() {
        Order after = orders.require(OrderId.parse(placed(400)));
        Order before = new Order(after.id(), after.head(), after.amounts(), after.state(), after.lines(), List.of());
        ShiftBook strict = new ShiftBook(shifts, tills, new TillProperties(true, 1_000, Duration.ZERO), clock);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> strict.covered(before, after)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(ShiftProblem.SHIFT_NOT_OPEN);
                    assertThat(refusal.facts().toString()).contains("收银台1");
                });
        long shift = open();
        transaction.executeWithoutResult(status -> strict.covered(before, after));
        transaction.executeWithoutResult(status -> strict.covered(before, after));
        assertThat(drawer(shift)).isEqualTo(400);
    }

    private long open() {
        return Long.parseLong(api.as(clerk)
                .post("/store/v1/till-shifts", Map.of("openingMinor", 0))
                .expect(201)
                .json()
                .path("shiftId")
                .asString());
    }

    /** An order of 1 000 of the mini-program, of which so much was paid in cash. */
    private String placed(long cashMinor) {
        String order = api.as(TestCallers.member(member))
                .post("/app/v1/orders", Map.of("storeId", store.text(), "lines", List.of(line(shop.goods(1_000), 1))))
                .expect(201)
                .json()
                .path("orderId")
                .asString();
        if (cashMinor > 0) {
            api.as(clerk)
                    .post(
                            "/store/v1/orders/" + order + "/cash",
                            Map.of("amountMinor", cashMinor, "receivedMinor", cashMinor))
                    .expect(200);
        }
        return order;
    }

    private void cancel(String order) {
        api.as(TestCallers.member(member))
                .post("/app/v1/orders/" + order + "/cancel", Map.of())
                .expect(200);
    }

    private Api.Answer back(String order) {
        return api.as(clerk).post("/store/v1/orders/" + order + "/cash-returns", Map.of());
    }

    private long drawer(long shift) {
        return jdbc.queryForObject(
                "SELECT COALESCE(SUM(amount_minor), 0) FROM shift_entry WHERE shift_id = ? AND tender_kind = 'CASH'",
                Long.class,
                shift);
    }
}
