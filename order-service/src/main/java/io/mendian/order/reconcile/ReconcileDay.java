package io.mendian.order.reconcile;

import io.mendian.order.payment.PaymentProblem;
import io.mendian.order.payment.client.TradeBill;
import io.mendian.order.payment.client.WeChatPay;
import io.mendian.order.payment.client.WeChatPayRefused;
import io.mendian.order.payment.client.WeChatPayUnknown;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Fetches the provider's bill of a day, checks its hash and its sums, and compares it with our books. May be repeated at
 * any time. Calls the provider before its transaction.
 */
@UseCase
public class ReconcileDay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime READY = LocalTime.of(10, 0);

    private final WeChatPay weChatPay;
    private final CompareSteps steps;
    private final Clock clock;

    ReconcileDay(WeChatPay weChatPay, CompareSteps steps, Clock clock) {
        this.weChatPay = weChatPay;
        this.steps = steps;
        this.clock = clock;
    }

    public ChannelBill reconcile(LocalDate date) {
        // of a day that is not over the provider says that there is no bill, as of a day without payments
        ZonedDateTime ready = date.plusDays(1).atTime(READY).atZone(CHINA);
        if (clock.instant().isBefore(ready.toInstant())) {
            throw ReconcileProblem.BILL_NOT_READY.with("date", date);
        }
        TradeBill bill;
        try {
            bill = weChatPay.tradeBill(date);
        } catch (WeChatPayUnknown e) {
            steps.failed(date, String.valueOf(e.getMessage()));
            throw PaymentProblem.WECHAT_PAY_UNAVAILABLE.with();
        } catch (WeChatPayRefused e) {
            steps.failed(date, String.valueOf(e.getMessage()));
            throw ReconcileProblem.BILL_BROKEN.with("date", date, "reason", String.valueOf(e.getMessage()));
        }
        return switch (bill) {
            case TradeBill.Ready whole -> compared(date, whole);
            case TradeBill.Empty empty -> steps.compared(date, List.of(), null);
            case TradeBill.NotYet later -> throw ReconcileProblem.BILL_NOT_READY.with("date", date);
        };
    }

    private ChannelBill compared(LocalDate date, TradeBill.Ready ready) {
        try {
            return steps.compared(date, BillFile.read(ready.text()), ready.sha1());
        } catch (BillFile.Broken e) {
            steps.failed(date, String.valueOf(e.getMessage()));
            throw ReconcileProblem.BILL_BROKEN.with("date", date, "reason", String.valueOf(e.getMessage()));
        }
    }
}
