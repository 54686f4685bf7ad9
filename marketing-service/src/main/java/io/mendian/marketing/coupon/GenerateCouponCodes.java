package io.mendian.marketing.coupon;

import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Makes unique codes, each good for one coupon of the template. Codes count towards the template's limits when claimed. */
@UseCase
public class GenerateCouponCodes {

    private final CouponTemplates templates;
    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();

    GenerateCouponCodes(CouponTemplates templates, JdbcTemplate jdbc) {
        this.templates = templates;
        this.jdbc = jdbc;
    }

    @Transactional
    public CodeBatchView generate(long templateId, String prefix, int count) {
        if (templates.require(templateId).state() == CouponTemplateState.ENDED) {
            throw CouponProblem.COUPON_NOT_LIVE.with();
        }
        long batch = Ids.next();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {
                Ids.next(), templateId, batch, CouponCode.next(prefix, random).text()
            });
        }
        jdbc.batchUpdate("INSERT INTO coupon_code (id, template_id, batch_id, code) VALUES (?, ?, ?, ?)", rows);
        return new CodeBatchView(Long.toString(batch), Long.toString(templateId), count);
    }
}
