package io.mendian.member.prepaid;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Refund policies in versions, and the terms of prepaid products. */
@Repository
class RefundPolicies {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RefundPolicies(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<RefundPolicy> find(@Nullable String name) {
        return jdbc.sql("SELECT policy FROM refund_policy WHERE name = ? ORDER BY version DESC LIMIT 1")
                .params(name == null ? RefundPolicy.DEFAULT : name)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, RefundPolicy.class));
    }

    /** The policy of a product now: its own, else the chain's, else what the law says. */
    RefundPolicy of(ProductTerms product) {
        return find(product.policy()).or(() -> find(null)).orElse(RefundPolicy.STATUTORY);
    }

    List<RefundPolicy> all() {
        return jdbc.sql("""
                        SELECT p.policy FROM refund_policy p
                        WHERE p.version = (SELECT MAX(q.version) FROM refund_policy q WHERE q.name = p.name)
                        ORDER BY p.name LIMIT 200
                        """).query(String.class).list().stream()
                .map(text -> json.readValue(text, RefundPolicy.class))
                .toList();
    }

    void save(RefundPolicy policy, String by) {
        jdbc.sql("""
                        INSERT INTO refund_policy (name, version, policy, set_at, set_by)
                        SELECT ?, COALESCE(MAX(version), 0) + 1, ?, ?, ? FROM refund_policy WHERE name = ?
                        """)
                .params(
                        policy.name(),
                        json.writeValueAsString(policy),
                        Timestamp.from(clock.instant()),
                        by,
                        policy.name())
                .update();
    }

    ProductTerms product(String product) {
        return jdbc.sql("SELECT terms FROM prepaid_product WHERE product = ?")
                .params(product)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ProductTerms.class))
                .orElse(ProductTerms.NONE);
    }

    void saveProduct(String product, ProductTerms terms, String by) {
        jdbc.sql("""
                        INSERT INTO prepaid_product (product, terms, set_at, set_by) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE terms = VALUES(terms), set_at = VALUES(set_at), set_by = VALUES(set_by)
                        """)
                .params(product, json.writeValueAsString(terms), Timestamp.from(clock.instant()), by)
                .update();
    }
}
