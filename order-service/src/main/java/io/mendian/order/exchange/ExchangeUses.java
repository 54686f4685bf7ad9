package io.mendian.order.exchange;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.Guard;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which order took how many pieces of an offer, inside the order's transaction. A member never has more than the offer's
 * limit; a cancelled or wholly returned order frees its pieces, once.
 */
@Component
public class ExchangeUses {

    private final JdbcClient jdbc;
    private final ExchangeOffers offers;

    ExchangeUses(JdbcClient jdbc, ExchangeOffers offers) {
        this.jdbc = jdbc;
        this.offers = offers;
    }

    /** Counts the pieces of each offer for the member, all or none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(OrderId order, MemberKey member, Map<Long, Long> piecesByOffer) {
        new TreeMap<>(piecesByOffer).forEach((offer, pieces) -> take(order, member, offer, pieces));
    }

    private void take(OrderId order, MemberKey member, long offerId, long pieces) {
        int ignored = jdbc.sql("""
                        INSERT INTO exchange_taken (offer_id, member_key, pieces) VALUES (?, ?, 0)
                        ON DUPLICATE KEY UPDATE pieces = pieces
                        """).params(offerId, member.value()).update();
        int taken =
                jdbc.sql("""
                        UPDATE exchange_taken SET pieces = pieces + ?
                        WHERE offer_id = ? AND member_key = ?
                          AND EXISTS (SELECT 1 FROM exchange_offer o WHERE o.id = exchange_taken.offer_id
                              AND (o.limit_per_member IS NULL OR exchange_taken.pieces + ? <= o.limit_per_member))
                        """).params(pieces, offerId, member.value(), pieces).update();
        Guard.one(taken, () -> overLimit(offerId, member));
        int one = jdbc.sql("""
                        INSERT INTO exchange_use (order_id, offer_id, member_key, pieces, given_back)
                        VALUES (?, ?, ?, ?, FALSE)
                        """)
                .params(order.value(), offerId, member.value(), pieces)
                .update();
        Guard.one(one, () -> new ConcurrencyFailureException("order " + order + " was placed meanwhile"));
    }

    private RuntimeException overLimit(long offerId, MemberKey member) {
        long limit = offers.find(offerId).map(ExchangeOffer::limitPerMember).orElse(0L);
        long has = jdbc.sql("SELECT pieces FROM exchange_taken WHERE offer_id = ? AND member_key = ?")
                .params(offerId, member.value())
                .query(Long.class)
                .single();
        return ExchangeProblem.EXCHANGE_LIMIT.with("limit", limit, "left", Math.max(0, limit - has));
    }

    /** Frees what an order took; a second time frees nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(OrderId order) {
        jdbc.sql("""
                        SELECT offer_id, member_key, pieces FROM exchange_use
                        WHERE order_id = ? AND given_back = FALSE ORDER BY offer_id
                        """)
                .param(order.value())
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .list()
                .forEach(use -> giveBack(order, use[0], use[1], use[2]));
    }

    private void giveBack(OrderId order, long offer, long member, long pieces) {
        int marked = jdbc.sql("""
                        UPDATE exchange_use SET given_back = TRUE
                        WHERE order_id = ? AND offer_id = ? AND given_back = FALSE
                        """).params(order.value(), offer).update();
        Guard.one(marked, () -> new ConcurrencyFailureException("order " + order + " changed meanwhile"));
        int freed = jdbc.sql("""
                        UPDATE exchange_taken SET pieces = pieces - ?
                        WHERE offer_id = ? AND member_key = ? AND pieces >= ?
                        """).params(pieces, offer, member, pieces).update();
        Guard.one(freed, () -> new IllegalStateException("offer " + offer + " counts too few pieces"));
    }
}
