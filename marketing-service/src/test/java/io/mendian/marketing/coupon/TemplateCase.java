package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One template whose coupons are looked at; what gives by itself would give to the members of other tests too, so it ends. */
@MendianTest
abstract class TemplateCase {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    String template = "";

    @AfterEach
    void endTheTemplate() {
        jdbc.sql("UPDATE coupon_template SET state = 'ENDED' WHERE id = ?")
                .param(template)
                .update();
    }

    List<String> states(MemberKey member) {
        return jdbc.sql("SELECT state FROM coupon WHERE template_id = ? AND member_key = ?")
                .params(List.of(template, member.value()))
                .query(String.class)
                .list();
    }
}
