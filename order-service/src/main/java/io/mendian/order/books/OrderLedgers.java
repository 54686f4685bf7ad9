package io.mendian.order.books;

import io.mendian.runtime.books.BookFigures;
import io.mendian.runtime.books.BookLedger;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service says of orders, refunds and payments, for the services and the provider that speak of them too. */
@Configuration(proxyBeanMethods = false)
class OrderLedgers {

    private static final String PAID = "o.status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED') AND o.paid_at < :cut";

    @Bean
    BookFigures orderFigures() {
        String paid = " FROM sales_order WHERE status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')";
        return new BookFigures(Map.of(
                "orders",
                "SELECT (SELECT COUNT(*)" + paid + ") + (SELECT COUNT(*) FROM history_sale)",
                "ordersMinor",
                "SELECT (SELECT COALESCE(SUM(payable_minor), 0)" + paid
                        + ") + (SELECT COALESCE(SUM(amount_minor), 0) FROM history_sale)",
                "refundsMinor",
                "SELECT COALESCE(SUM(amount_minor), 0) FROM refund WHERE kind <> 'SURPLUS' AND status = 'DONE'",
                "rechargesMinor",
                "SELECT COALESCE(SUM(net_minor), 0) FROM order_line WHERE kind = 'RECHARGE' AND order_id IN (SELECT id"
                        + paid + ")"));
    }

    @Bean
    BookLedger ordersLedger() {
        return new BookLedger("orders", """
                SELECT o.id, o.payable_minor AS value FROM sales_order o WHERE %s
                UNION ALL SELECT h.id, h.amount_minor FROM history_sale h WHERE h.taken_at < :cut
                """.formatted(PAID));
    }

    @Bean
    BookLedger memberOrdersLedger() {
        return new BookLedger("member-orders", """
                SELECT o.id, o.payable_minor AS value FROM sales_order o WHERE o.member_key IS NOT NULL AND %s
                UNION ALL
                SELECT h.id, h.amount_minor FROM history_sale h WHERE h.member_key IS NOT NULL AND h.taken_at < :cut
                """.formatted(PAID));
    }

    @Bean
    BookLedger refundsLedger() {
        return new BookLedger("refunds", """
                SELECT id, amount_minor AS value FROM refund WHERE kind <> 'SURPLUS' AND status = 'DONE' AND done_at < :cut
                """);
    }

    @Bean
    BookLedger memberRefundsLedger() {
        return new BookLedger("member-refunds", """
                SELECT r.id, r.amount_minor AS value FROM refund r JOIN sales_order o ON o.id = r.order_id
                WHERE r.kind <> 'SURPLUS' AND r.status = 'DONE' AND r.done_at < :cut AND o.member_key IS NOT NULL
                """);
    }

    /** Orders and refunds that may still hold something elsewhere: not ended, or ended only just now. */
    @Bean
    BookLedger openLedger() {
        return new BookLedger("open", """
                SELECT id, 1 AS value FROM sales_order WHERE status IN ('PLACING', 'PENDING_PAYMENT')
                    OR paid_at >= :cut OR ended_at >= :cut
                UNION ALL
                SELECT id, 1 FROM refund WHERE status <> 'DONE' OR done_at >= :cut
                """);
    }

    @Bean
    BookLedger storedValueTakenLedger() {
        return new BookLedger("stored-value-taken", """
                SELECT o.id, o.stored_value_minor AS value FROM sales_order o WHERE o.stored_value_minor > 0 AND %s
                """.formatted(PAID));
    }

    @Bean
    BookLedger pointsTakenLedger() {
        return new BookLedger("points-taken", """
                SELECT o.id, o.points_used AS value FROM sales_order o WHERE o.points_used > 0 AND %s
                """.formatted(PAID));
    }

    @Bean
    BookLedger rechargesSoldLedger() {
        return new BookLedger("recharges-sold", """
                SELECT o.id, SUM(l.net_minor) AS value FROM sales_order o JOIN order_line l ON l.order_id = o.id
                WHERE l.kind = 'RECHARGE' AND o.member_key IS NOT NULL AND %s GROUP BY o.id
                """.formatted(PAID));
    }

    @Bean
    BookLedger piecesSoldLedger() {
        return new BookLedger("pieces-sold", """
                SELECT o.id, SUM(l.quantity) AS value FROM sales_order o JOIN order_line l ON l.order_id = o.id
                WHERE l.kind IN ('GOODS', 'GIFT') AND %s GROUP BY o.id
                """.formatted(PAID));
    }

    @Bean
    BookLedger couponsTakenLedger() {
        return new BookLedger("coupons-taken", """
                SELECT o.id, JSON_LENGTH(o.coupons) AS value FROM sales_order o
                WHERE JSON_LENGTH(o.coupons) > 0 AND %s
                """.formatted(PAID));
    }

    /** Every payment that the provider took, those that were not needed too. */
    @Bean
    BookLedger providerPaymentsLedger() {
        return new BookLedger("provider-payments", """
                SELECT out_trade_no AS id, amount_minor AS value FROM wechat_payment WHERE paid_at < :cut
                """);
    }

    @Bean
    BookLedger storedValueReturnedLedger() {
        return new BookLedger("stored-value-returned", """
                SELECT r.id, SUM(p.amount_minor) AS value FROM refund r JOIN refund_part p ON p.refund_id = r.id
                WHERE (p.way = 'STORED_VALUE' OR (p.kind = 'STORED_VALUE' AND p.way IS NULL))
                    AND r.kind <> 'SURPLUS' AND r.status = 'DONE' AND r.done_at < :cut
                GROUP BY r.id
                """);
    }

    @Bean
    BookLedger pointsReturnedLedger() {
        return new BookLedger("points-returned", """
                SELECT id, points_returned AS value FROM refund
                WHERE points_returned > 0 AND kind <> 'SURPLUS' AND status = 'DONE' AND done_at < :cut
                """);
    }

    @Bean
    BookLedger providerRefundsLedger() {
        return new BookLedger("provider-refunds", """
                SELECT CONCAT('R', id) AS id, amount_minor AS value FROM refund_part
                WHERE kind = 'WECHAT_PAY' AND way IS NULL AND status = 'DONE' AND done_at < :cut
                """);
    }

    @Bean
    BookLedger tipsLedger() {
        return new BookLedger("tips", "SELECT id, amount_minor AS value FROM order_tip WHERE booked_at < :cut");
    }

    @Bean
    BookLedger depositsLedger() {
        return new BookLedger("deposits", """
                SELECT CONCAT(order_id, ':', kind) AS id, amount_minor AS value FROM presale_entry WHERE booked_at < :cut
                """);
    }

    @Bean
    BookLedger fulfilmentMovesLedger() {
        return new BookLedger("fulfilment-moves", """
                SELECT CONCAT(order_id, ':', to_status) AS id, 1 AS value FROM fulfilment_move WHERE moved_at < :cut
                """);
    }
}
