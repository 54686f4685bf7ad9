package io.mendian.member.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@MendianTest
class ImportTest {

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    private final String source = "T" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void goodRowsGoInBadOnesAreNamedAndARepeatChangesNothing() {
        Shops.Shop shop = Shops.open(api);
        String phone = People.phone();
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(row(
                "1", Map.of("phone", phone, "name", "老王", "storeId", shop.id().text())));
        rows.add(row("2", Map.of("phone", "123")));
        rows.add(row("3", Map.of("joinedAt", "yesterday")));
        rows.add(row("4", Map.of("storeId", "77")));
        rows.add(row("5", Map.of()));
        rows.add(row("5", Map.of()));
        rows.add(row("6", Map.of("phone", phone)));
        rows.add(row("", Map.of()));
        rows.add(row("7", Map.of("joinedAt", "2999-01-01T00:00:00Z")));

        JsonNode first = imported(rows).expect(200).json();

        assertThat(first).hasSize(9);
        assertThat(first.path(0).path("created").asBoolean()).isTrue();
        assertThat(first.path(1).path("reason").asString()).contains("phone");
        assertThat(first.path(2).path("reason").asString()).contains("joinedAt");
        assertThat(first.path(3).path("reason").asString()).contains("storeId");
        assertThat(first.path(5).path("memberKey")).isEqualTo(first.path(4).path("memberKey"));
        assertThat(first.path(5).path("created").asBoolean()).isFalse();
        assertThat(first.path(6).path("memberKey")).isEqualTo(first.path(0).path("memberKey"));
        assertThat(first.path(7).path("index").asInt()).isEqualTo(7);
        assertThat(first.path(8).path("reason").asString()).contains("future");
        JsonNode second = imported(rows).expect(200).json();
        assertThat(second.path(0).path("created").asBoolean()).isFalse();
        assertThat(second.path(0).path("memberKey")).isEqualTo(first.path(0).path("memberKey"));
        assertThat(members()).isEqualTo(2);
        assertThat(People.joined(api, shop.id(), phone))
                .isEqualTo(MemberKey.parse(first.path(0).path("memberKey").asString()));
    }

    @Test
    void fiveHundredAtOnceInParallelMakeEachOnceWithOneEventEach() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(row("c" + i, Map.of()));
        }
        Race.run(4, i -> () -> imported(rows).expect(200))
                .forEach(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(members()).isEqualTo(500);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM outbox WHERE type = 'member.joined.v1' AND payload LIKE ?",
                        Long.class,
                        "%" + source + "%"))
                .isEqualTo(500);
    }

    @Test
    void moreThanFiveHundredAreRefused() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            rows.add(row("c" + i, Map.of()));
        }
        imported(rows).expectProblem(400, "INVALID_REQUEST");
        imported(List.of()).expectProblem(400, "INVALID_REQUEST");
    }

    private Map<String, String> row(String ref, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(Map.of("source", source, "joinedAt", "1997-01-01T00:00:00+08:00"));
        row.put("externalRef", ref);
        row.putAll(more);
        return row;
    }

    private Api.Answer imported(List<Map<String, String>> rows) {
        return api.as(TestCallers.headquarters()).post("/hq/v1/members/import", rows);
    }

    private long members() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM member WHERE source = ?", Long.class, source);
    }
}
