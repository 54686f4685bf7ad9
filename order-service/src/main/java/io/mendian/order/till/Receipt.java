package io.mendian.order.till;

import io.mendian.kernel.Money;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.store.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Objects;

/** The receipt of an order: its data, and a text of 32 columns for a narrow printer (a Chinese letter takes two). */
public record Receipt(String storeName, OrderView order, String text) {

    private static final int WIDTH = 32;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    static Receipt of(OrderView order, Store store) {
        StringBuilder text = new StringBuilder();
        Currency currency = Currency.getInstance(order.currency());
        Instant at = Objects.requireNonNullElse(order.paidAt(), order.placedAt());
        line(text, store.name(), "");
        line(text, order.orderNo(), "");
        line(text, TIME.format(at.atZone(store.day().zone())), status(order.status()));
        text.append("-".repeat(WIDTH)).append('\n');
        for (OrderView.Line line : order.lines()) {
            line(text, line.name(), "");
            String price = amount(line.unitListMinor(), currency) + " x " + line.quantity() + " " + line.unit();
            line(text, "  " + price, amount(line.netMinor(), currency));
        }
        text.append("-".repeat(WIDTH)).append('\n');
        line(text, "原价", amount(order.listMinor(), currency));
        line(text, "优惠", amount(-order.discountMinor(), currency));
        line(text, "应付", amount(order.payableMinor(), currency));
        for (OrderView.TenderView tender : order.tenders()) {
            line(text, name(tender.kind()), amount(tender.amountMinor(), currency));
            if (tender.receivedMinor() != null && tender.changeMinor() != null) {
                line(text, "  实收", amount(tender.receivedMinor(), currency));
                line(text, "  找零", amount(tender.changeMinor(), currency));
            }
        }
        if (order.refundedMinor() > 0) {
            line(text, "已退", amount(-order.refundedMinor(), currency));
        }
        return new Receipt(store.name(), order, text.toString());
    }

    private static String name(TenderKind kind) {
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

    private static String status(OrderStatus status) {
        return switch (status) {
            case PLACING, PENDING_PAYMENT -> "未支付";
            case PAID -> "已支付";
            case PARTLY_REFUNDED -> "部分退款";
            case REFUNDED -> "已退款";
            case CANCELLED -> "已取消";
        };
    }

    private static String amount(long minor, Currency currency) {
        String text = Money.of(minor, currency).toString();
        return text.substring(0, text.indexOf(' '));
    }

    private static void line(StringBuilder text, String left, String right) {
        int room = WIDTH - columns(left) - columns(right);
        text.append(left)
                .append(" ".repeat(right.isEmpty() ? 0 : Math.max(1, room)))
                .append(right)
                .append('\n');
    }

    private static int columns(String text) {
        return text.codePoints().map(letter -> letter > 0x2E7F ? 2 : 1).sum();
    }
}
