package io.mendian.order.reconcile;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the bills that are there and have not been compared: of the last week, each day once, a failed one again later. */
@UseCase
public class ReconcileDueDays {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileDueDays.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime READY = LocalTime.of(10, 30);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(30);
    private static final int DAYS_BACK = 7;

    private final ReconcileDay reconcileDay;
    private final Bills bills;
    private final Comparison comparison;
    private final Clock clock;

    ReconcileDueDays(ReconcileDay reconcileDay, Bills bills, Comparison comparison, Clock clock) {
        this.reconcileDay = reconcileDay;
        this.bills = bills;
        this.comparison = comparison;
        this.clock = clock;
    }

    /** Gives how many bills were compared. */
    public int reconcile() {
        LocalDate first = comparison.firstDay();
        if (first == null) {
            return 0;
        }
        ZonedDateTime now = clock.instant().atZone(CHINA);
        LocalDate last = now.toLocalDate().minusDays(now.toLocalTime().isBefore(READY) ? 2 : 1);
        int compared = 0;
        for (int back = DAYS_BACK - 1; back >= 0; back--) {
            LocalDate date = last.minusDays(back);
            if (!date.isBefore(first) && isDue(date, now.toInstant()) && isDone(date)) {
                compared++;
            }
        }
        return compared;
    }

    private boolean isDue(LocalDate date, Instant now) {
        Optional<ChannelBill> bill = bills.find(date);
        return bill.isEmpty()
                || (bill.get().status().equals("FAILED")
                        && bill.get().checkedAt().plus(AGAIN_AFTER).isBefore(now));
    }

    private boolean isDone(LocalDate date) {
        try {
            ChannelBill bill = reconcileDay.reconcile(date);
            LOG.info("bill of {}: {} payments, {} open differences", date, bill.payments(), bill.openDifferences());
            return true;
        } catch (RuntimeException e) {
            LOG.info("the bill of {} is compared later: {}", date, e.toString());
            return false;
        }
    }
}
