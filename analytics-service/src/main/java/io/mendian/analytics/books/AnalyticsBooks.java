package io.mendian.analytics.books;

import io.mendian.runtime.books.BookFigures;
import io.mendian.runtime.books.BookLedger;
import io.mendian.runtime.books.Invariants;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This service's own books, and the figures that order-service and member-service must arrive at too. */
@Configuration(proxyBeanMethods = false)
class AnalyticsBooks {

    static final String ORDERS = "orders";
    static final String ORDERS_MINOR = "ordersMinor";
    static final String REFUNDS_MINOR = "refundsMinor";
    static final String MEMBERS = "members";

    @Bean
    Invariants foldInvariants() {
        return Invariants.of(Folds.ALL);
    }

    @Bean
    BookFigures analyticsFigures() {
        return new BookFigures(Map.of(
                ORDERS,
                "SELECT COUNT(*) FROM fact_order",
                ORDERS_MINOR,
                "SELECT COALESCE(SUM(sales_minor + fees_minor + recharge_minor), 0) FROM agg_sales",
                REFUNDS_MINOR,
                "SELECT COALESCE(SUM(refunds_minor + fees_back_minor + recharge_back_minor), 0) FROM agg_sales",
                MEMBERS,
                "SELECT COUNT(*) FROM dim_member"));
    }

    @Bean
    BookLedger ordersLedger() {
        return new BookLedger(
                "orders",
                "SELECT order_id AS id, sales_minor + fees_minor + recharge_minor AS value FROM fact_order WHERE paid_at < :cut");
    }

    @Bean
    BookLedger refundsLedger() {
        return new BookLedger("refunds", """
                SELECT refund_id AS id, refunds_minor + fees_back_minor + recharge_back_minor AS value FROM fact_refund
                WHERE refunded_at < :cut
                """);
    }

    /** When somebody joined is not kept to the instant here: all of them, whatever the cut. */
    @Bean
    BookLedger membersLedger() {
        return new BookLedger("members", "SELECT member_key AS id, 1 AS value FROM dim_member WHERE :cut IS NOT NULL");
    }

    @Bean
    BookLedger tipsLedger() {
        return new BookLedger(
                "tips", "SELECT tip_id AS id, amount_minor AS value FROM fact_tip WHERE tipped_at < :cut");
    }

    /** That an order ended by its refund is no move of order-service. */
    @Bean
    BookLedger fulfilmentMovesLedger() {
        return new BookLedger("fulfilment-moves", """
                SELECT CONCAT(order_id, ':', to_status) AS id, 1 AS value FROM fact_fulfilment
                WHERE to_status <> 'ENDED' AND moved_at < :cut
                """);
    }
}
