package io.mendian.member.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.Shops;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class AuditTest {

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    AuditQueries audit;

    @Test
    void openingAStoreLeavesOneTraceInAWholeChain() {
        Shops.Shop shop = Shops.open(api);
        JsonNode rows = api.as(TestCallers.headquarters())
                .get("/hq/v1/audit?subject=store:" + shop.id())
                .expect(200)
                .json();
        assertThat(rows).hasSize(1);
        assertThat(rows.path(0).path("actor").asString()).isEqualTo("HQ:1");
        assertThat(audit.verify().broken()).isEmpty();
    }

    @Test
    void parallelWritesKeepTheChainWhole() {
        var outcomes = Race.run(8, i -> () -> Shops.open(api));
        assertThat(Race.successes(outcomes)).isEqualTo(8);
        assertThat(audit.verify().broken()).isEmpty();
    }

    @Test
    void aRowChangedAfterwardsShows() {
        Shops.open(api);
        Long last = jdbc.queryForObject("SELECT MAX(position) FROM audit_entry", Long.class);
        String facts = jdbc.queryForObject("SELECT facts FROM audit_entry WHERE position = ?", String.class, last);
        jdbc.update("UPDATE audit_entry SET facts = 'nothing happened' WHERE position = ?", last);
        try {
            assertThat(audit.verify().broken()).isNotEmpty();
        } finally {
            jdbc.update("UPDATE audit_entry SET facts = ? WHERE position = ?", facts, last);
        }
    }

    @Test
    void theTraceIsForAuditors() {
        api.as(TestCallers.headquarters(Right.STORES_WRITE)).get("/hq/v1/audit").expect(403);
    }
}
