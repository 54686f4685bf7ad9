package io.mendian.marketing.budget;

import java.time.LocalDate;

/** What is kept of a promotion in one day or week. */
record PeriodQuotaRow(long promotionId, Period period, LocalDate begins, long keptMinor, long keptUses) {}
