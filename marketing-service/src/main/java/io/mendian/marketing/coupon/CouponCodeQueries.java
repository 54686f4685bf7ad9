package io.mendian.marketing.coupon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of printed codes. */
@Component
public class CouponCodeQueries {

    private final CouponCodeMapper codes;
    private final CouponTemplates templates;
    private final JdbcClient jdbc;

    CouponCodeQueries(CouponCodeMapper codes, CouponTemplates templates, JdbcClient jdbc) {
        this.codes = codes;
        this.templates = templates;
        this.jdbc = jdbc;
    }

    /** The codes of a template for the printer. */
    public List<CouponCodeView> codes(long templateId, @Nullable Long batch, long after, int limit) {
        return codes.page(templates.require(templateId).id(), batch, after, limit).stream()
                .map(row -> new CouponCodeView(
                        Long.toString(row.id()), Long.toString(row.batchId()), row.code(), row.claimedAt()))
                .toList();
    }

    /** The batches of a template with what became of them, in the order of their making. */
    public List<CodeBatchFigures> batches(long templateId, long after, int limit) {
        return jdbc.sql("""
                SELECT k.batch_id, COUNT(*) AS codes, SUM(k.member_key IS NULL) AS free,
                    SUM(k.member_key IS NOT NULL) AS claimed,
                    COALESCE(SUM(c.state = 'AVAILABLE'), 0) AS available, COALESCE(SUM(c.state = 'HELD'), 0) AS held,
                    COALESCE(SUM(c.state = 'USED'), 0) AS used, COALESCE(SUM(c.state = 'EXPIRED'), 0) AS expired,
                    COALESCE(SUM(c.state = 'WITHDRAWN'), 0) AS withdrawn
                FROM coupon_code k LEFT JOIN coupon c
                    ON c.template_id = k.template_id AND c.cause_type = 'CODE' AND c.cause_id = CAST(k.id AS CHAR)
                WHERE k.template_id = :template AND k.batch_id > :after
                GROUP BY k.batch_id ORDER BY k.batch_id LIMIT :most
                """)
                .param("template", templates.require(templateId).id())
                .param("after", after)
                .param("most", limit)
                .query((row, number) -> new CodeBatchFigures(
                        row.getString("batch_id"),
                        row.getLong("codes"),
                        row.getLong("free"),
                        row.getLong("claimed"),
                        row.getLong("available"),
                        row.getLong("held"),
                        row.getLong("used"),
                        row.getLong("expired"),
                        row.getLong("withdrawn")))
                .list();
    }
}
