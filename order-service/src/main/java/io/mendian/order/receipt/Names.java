package io.mendian.order.receipt;

import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundStatus;
import io.mendian.order.refund.RefundWay;

/** What customers call means of payment and states. */
final class Names {

    private Names() {}

    static String of(TenderKind kind) {
        return switch (kind) {
            case CASH -> "现金";
            case STORED_VALUE -> "余额";
            case WECHAT_PAY -> "微信支付";
            case GIFT_CARD -> "礼品卡";
            case CARD_USE -> "划卡";
            case BOOKED -> "记账收款";
            case EXCHANGE -> "换货抵款";
        };
    }

    static String of(RefundWay way) {
        return switch (way) {
            case CASH -> "现金";
            case STORED_VALUE -> "退至余额";
            case BANK -> "银行转账";
            case EXCHANGE -> "换货抵款";
        };
    }

    static String of(OrderStatus status) {
        return switch (status) {
            case PLACING, PENDING_PAYMENT -> "未支付";
            case PAID -> "已支付";
            case PARTLY_REFUNDED -> "部分退款";
            case REFUNDED -> "已退款";
            case CANCELLED -> "已取消";
        };
    }

    static String of(RefundStatus status) {
        return switch (status) {
            case DONE -> "已退款";
            case REJECTED -> "未批准";
            case WITHDRAWN -> "已撤回";
            case PREPARING, REQUESTED, EXCHANGING, WAITING_APPROVAL, REFUNDING, FAILED -> "退款中";
        };
    }
}
