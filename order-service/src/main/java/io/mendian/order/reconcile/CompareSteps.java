package io.mendian.order.reconcile;

import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a comparison; the same bill compared twice leaves what it left the first time. */
@UseCase
class CompareSteps {

    static final String ALARM = "CHANNEL_DIFFERENCE";

    private final Bills bills;
    private final Comparison comparison;
    private final Alarms alarms;
    private final Clock clock;

    CompareSteps(Bills bills, Comparison comparison, Alarms alarms, Clock clock) {
        this.bills = bills;
        this.comparison = comparison;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** {@code sha1} null: the day had no payment. */
    @Transactional
    public ChannelBill compared(LocalDate date, List<BillLine> lines, @Nullable String sha1) {
        Instant now = clock.instant();
        bills.begin(date, now);
        bills.lines(date, lines);
        bills.done(date, sha1);
        comparison.compare(date, now);
        ChannelBill bill = bills.find(date).orElseThrow();
        if (bill.openDifferences() > 0) {
            alarms.raise(ALARM, date.toString(), Map.of("open", bill.openDifferences()));
        } else {
            alarms.clear(ALARM, date.toString());
        }
        return bill;
    }

    @Transactional
    public void failed(LocalDate date, String failure) {
        bills.begin(date, clock.instant());
        bills.failed(date, failure);
    }
}
