package io.mendian.member.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.StatementCounter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** This service's part of a checkout must not grow dearer unnoticed: lower a limit when statements go. */
@MendianTest
class HoldCostTest {

    private static final int HELD = 10;
    private static final int PAID = 25;

    @Autowired
    Assets assets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    /** Whatever other tests left: events that could not be handled cost a question each. */
    @BeforeEach
    void nothingIsParked() {
        jdbc.update("DELETE FROM dead_letter");
    }

    @Test
    void aHoldAndItsConfirmationKeepToTheirStatements() {
        MemberKey member = Sale.someone();
        assets.earn(member, 100_000);
        assets.recharge(member, 10_000, 1_000);
        Sale sale = assets.saleTo(member).goods(100).points(10).storedValue(110);
        List<String> held =
                StatementCounter.sentBy(() -> assets.hold(sale, member, 10, 110).expect(200));
        assertThat(held).as(String.join("\n", held)).hasSizeLessThanOrEqualTo(HELD);
        List<String> paid = StatementCounter.sentBy(() -> deliveries.deliver(sale.paid()));
        assertThat(paid).as(String.join("\n", paid)).hasSizeLessThanOrEqualTo(PAID);
    }
}
