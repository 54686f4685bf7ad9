package io.mendian.member.review;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of reviews. A store sees those of what was bought there; one of a store out of reach does not exist. */
@Component
public class ReviewQueries {

    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    ReviewQueries(Reviews reviews, JdbcClient jdbc, @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    public ReviewRule rule() {
        return reviews.rule();
    }

    public ReviewView require(long id, Caller caller) {
        ReviewView found = reviews.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        caller.requireReach(StoreId.of(Long.parseLong(found.storeId())));
        return found;
    }

    public List<ReviewView> own(MemberKey member, long before, int limit) {
        return jdbc.sql(Reviews.VIEW + "WHERE r.member_key = ? AND r.review_id < ? ORDER BY r.review_id DESC LIMIT ?")
                .params(member.value(), before, limit)
                .query(Reviews::view)
                .list();
    }

    /** Newest first, of the stores the caller reaches. */
    public List<ReviewView> list(Caller caller, @Nullable ReviewStatus status, long before, int limit) {
        Set<Long> stores = new HashSet<>();
        caller.stores().forEach(store -> stores.add(store.value()));
        if (caller.store() != null) {
            stores.add(caller.store().value());
        }
        if (!caller.chainWide() && stores.isEmpty()) {
            return List.of();
        }
        String scope = caller.chainWide() ? "" : "AND r.store_id IN (:stores) ";
        String of = status == null ? "" : "AND r.status = :status ";
        var query = jdbc.sql(Reviews.VIEW + "WHERE r.review_id < :before " + scope + of
                        + "ORDER BY r.review_id DESC LIMIT :most")
                .param("before", before)
                .param("most", limit);
        if (!caller.chainWide()) {
            query = query.param("stores", stores);
        }
        if (status != null) {
            query = query.param("status", status.name());
        }
        return query.query(Reviews::view).list();
    }

    /** What other customers may read of a product. */
    public List<ProductReview> ofProduct(SkuId sku, long before, int limit) {
        return jdbc.sql("""
                        SELECT review_id, stars, words, written_at FROM review
                        WHERE sku_id = ? AND status = 'APPROVED' AND review_id < ? ORDER BY review_id DESC LIMIT ?
                        """)
                .params(sku.value(), before, limit)
                .query((row, n) -> new ProductReview(
                        Long.toString(row.getLong(1)),
                        row.getInt(2),
                        row.getString(3),
                        LocalDate.ofInstant(row.getTimestamp(4).toInstant(), zone)))
                .list();
    }
}
