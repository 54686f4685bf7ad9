package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.fulfilment.FulfilmentQueries;
import io.mendian.order.ordering.Handing;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes pieces back and their money to the tenders it came from. Above the limit of the settings, or where money goes
 * another way than it came, a second person decides first; what a member asks for, staff decides. May be stopped at any
 * point and called again with the same id.
 */
@UseCase
public class RequestRefund {

    private final RefundSteps steps;
    private final Refunds refunds;
    private final RefundAssets assets;
    private final AdvanceRefunds advanceRefunds;
    private final OrderQueries orders;
    private final ReturnReasons reasons;
    private final FulfilmentQueries fulfilments;
    private final RefundProperties settings;
    private final Clock clock;

    RequestRefund(
            RefundSteps steps,
            Refunds refunds,
            RefundAssets assets,
            AdvanceRefunds advanceRefunds,
            OrderQueries orders,
            ReturnReasons reasons,
            FulfilmentQueries fulfilments,
            RefundProperties settings,
            Clock clock) {
        this.steps = steps;
        this.refunds = refunds;
        this.assets = assets;
        this.advanceRefunds = advanceRefunds;
        this.orders = orders;
        this.reasons = reasons;
        this.fulfilments = fulfilments;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What comes back and why.
     *
     * @param merchantsFault overrides whose reason it is; null: as the list of reasons says
     * @param ways for money that cannot go the way it came; staff only
     * @param askedBy the staff member, or null when the member asks himself
     */
    public record Command(
            OrderId order,
            List<ReturnWish> wishes,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable Boolean merchantsFault,
            List<WayChoice> ways,
            @Nullable StaffId askedBy) {}

    public RefundView request(long id, Command command) {
        CrashPoints.at("refund", "asked");
        Refund known = refunds.find(id).orElse(null);
        if (known == null) {
            RefundWanted wanted = wanted(command);
            Order order = orders.require(command.order());
            if (command.askedBy() == null) {
                requireInWindow(order);
            }
            Map<String, AssetFormula> formulas =
                    assets.quote(order, wanted.wishes(), wanted.asked().cause());
            known = steps.begin(id, wanted, formulas);
        }
        CrashPoints.at("refund", "begun");
        return RefundView.of(advanceRefunds.advance(known));
    }

    RefundWanted wanted(Command command) {
        boolean byStaff = command.askedBy() != null;
        ReturnReasons.Given reason =
                reasons.given(command.reasonCode(), command.reason(), byStaff ? cause(command.merchantsFault()) : null);
        Refund.Asked asked = new Refund.Asked(
                byStaff ? Refund.By.STAFF : Refund.By.MEMBER,
                command.askedBy(),
                reason.code(),
                reason.text(),
                reason.cause(),
                clock.instant());
        List<ReturnWish> wishes = command.wishes().stream()
                .map(wish -> wish.restocked(reason.restock()))
                .toList();
        return new RefundWanted(command.order(), Refund.Kind.RETURN, wishes, asked, command.ways());
    }

    /** The return half of an exchange; begun by staff. */
    RefundWanted exchangeWanted(Command command) {
        RefundWanted wanted = wanted(command);
        return new RefundWanted(wanted.order(), Refund.Kind.EXCHANGE, wanted.wishes(), wanted.asked(), List.of());
    }

    static Refund.@Nullable Cause cause(@Nullable Boolean merchantsFault) {
        if (merchantsFault == null) {
            return null;
        }
        return merchantsFault ? Refund.Cause.MERCHANT : Refund.Cause.CONSUMER;
    }

    private void requireInWindow(Order order) {
        Instant paid = order.state().paidAt();
        if (paid == null) {
            throw OrderProblem.ORDER_NOT_PAID.with();
        }
        // what was sent can be judged only once it has come
        Optional<Instant> from =
                order.head().handing() == Handing.COUNTER ? Optional.of(paid) : fulfilments.doneAt(order.id());
        boolean over = from.map(begin -> begin.plus(settings.returnWindow()))
                .filter(end -> end.isBefore(clock.instant()))
                .isPresent();
        if (over) {
            throw RefundProblem.RETURN_WINDOW_OVER.with(
                    "days", settings.returnWindow().toDays());
        }
    }
}
