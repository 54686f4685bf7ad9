package io.mendian.analytics.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of the reports. */
public final class Views {

    private Views() {}

    /** The figures of a period; members: different members who bought; asOf: the last event that is in the figures. */
    public record Summary(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long members,
            @JsonUnwrapped SalesFigures figures,
            String currency,
            @Nullable Instant asOf) {}

    /** One business date. */
    public record Day(LocalDate date, @JsonUnwrapped SalesFigures figures) {}

    /** One calendar month of business dates, yyyy-MM. */
    public record Month(String month, @JsonUnwrapped SalesFigures figures) {}

    /** One hour of the day, 0 to 23, in the store's own time zone. */
    public record Hour(int hour, @JsonUnwrapped SalesFigures figures) {}

    /** One store; those without sales are listed too. */
    public record Store(
            int rank,
            StoreId storeId,
            @Nullable String code,
            @Nullable String name,
            @Nullable String region,
            @JsonUnwrapped SalesFigures figures) {}

    /** A region's stores together; null: stores without a region. */
    public record Region(
            @Nullable String region,
            long stores,
            @JsonUnwrapped SalesFigures figures) {}

    /** One product; equal figures share a rank. */
    public record Product(
            int rank,
            SkuId skuId,
            String name,
            String category,
            long pieces,
            long returnedPieces,
            long salesMinor,
            long refundsMinor,
            long revenueMinor) {}

    /** One means of payment. */
    public record Tender(
            String kind, long payments, long paidMinor, long repayments, long repaidMinor, long netMinor) {}

    /** Ready for a bar, line or pie chart: every series has one value per label. */
    public record Chart(List<String> labels, List<Series> series) {}

    /** One line, or one set of bars, of a chart. */
    public record Series(String name, List<Long> values) {}

    /** How far the figures follow the events; parked: events that could not be booked and wait. */
    public record Freshness(
            long events,
            @Nullable Instant lastEventAt,
            @Nullable Instant appliedAt,
            @Nullable Long lagMillis,
            @Nullable LocalDate lastBusinessDate,
            long parked,
            Instant asOf) {}
}
