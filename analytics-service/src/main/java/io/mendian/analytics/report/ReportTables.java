package io.mendian.analytics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every report as a chart and as a file, from the same figures as its list. */
@Component
public class ReportTables {

    private static final int PRODUCTS_IN_A_CHART = 20;
    private static final int PRODUCTS_IN_A_FILE = 200;
    private static final List<String> FIGURES = List.of(
            "orders",
            "pieces",
            "returnedPieces",
            "salesMinor",
            "discountMinor",
            "refundsMinor",
            "revenueMinor",
            "receivedMinor",
            "paidBackMinor",
            "rechargeMinor",
            "storedValueUsedMinor",
            "storedValueChangeMinor",
            "cardSalesMinor",
            "feesMinor",
            "bookedMinor",
            "giftCardsUsedMinor",
            "cardUsesMinor",
            "cardUsesValueMinor");

    private final ReportQueries reports;
    private final ProductQueries products;

    ReportTables(ReportQueries reports, ProductQueries products) {
        this.reports = reports;
        this.products = products;
    }

    /** Series of revenue, orders and pieces; for tenders the net amount, for products revenue and pieces. */
    public Views.Chart chart(ReportScope scope, Breakdown by) {
        return switch (by) {
            case DAY -> sales(reports.days(scope), day -> day.date().toString(), Views.Day::figures);
            case MONTH -> sales(reports.months(scope), Views.Month::month, Views.Month::figures);
            case HOUR -> sales(reports.hours(scope), hour -> hour.hour() + ":00", Views.Hour::figures);
            case STORE -> sales(reports.stores(scope), ReportTables::nameOf, Views.Store::figures);
            case REGION -> sales(reports.regions(scope), region -> orDash(region.region()), Views.Region::figures);
            case PRODUCT -> {
                List<Views.Product> ranking =
                        products.products(scope, ProductQueries.Sort.REVENUE, PRODUCTS_IN_A_CHART);
                yield new Views.Chart(
                        ranking.stream().map(Views.Product::name).toList(),
                        List.of(
                                series("revenueMinor", ranking, Views.Product::revenueMinor),
                                series("pieces", ranking, item -> item.pieces() - item.returnedPieces())));
            }
            case TENDER -> {
                List<Views.Tender> tenders = reports.tenders(scope);
                yield new Views.Chart(
                        tenders.stream().map(Views.Tender::kind).toList(),
                        List.of(series("netMinor", tenders, Views.Tender::netMinor)));
            }
        };
    }

    /** The same as comma-separated values. */
    public String csv(ReportScope scope, Breakdown by) {
        return Csv.of(table(scope, by));
    }

    private Breakdown.Table table(ReportScope scope, Breakdown by) {
        return switch (by) {
            case DAY -> figures("date", reports.days(scope), day -> List.of(day.date()), Views.Day::figures);
            case MONTH ->
                figures("month", reports.months(scope), month -> List.of(month.month()), Views.Month::figures);
            case HOUR -> figures("hour", reports.hours(scope), hour -> List.of(hour.hour()), Views.Hour::figures);
            case STORE ->
                figures(
                        "store,storeId,region",
                        reports.stores(scope),
                        store -> List.of(nameOf(store), store.storeId().text(), orDash(store.region())),
                        Views.Store::figures);
            case REGION ->
                figures(
                        "region",
                        reports.regions(scope),
                        region -> List.of(orDash(region.region())),
                        Views.Region::figures);
            case PRODUCT ->
                new Breakdown.Table(
                        List.of(
                                "product",
                                "skuId",
                                "category",
                                "rank",
                                "pieces",
                                "returnedPieces",
                                "salesMinor",
                                "refundsMinor",
                                "revenueMinor"),
                        products.products(scope, ProductQueries.Sort.REVENUE, PRODUCTS_IN_A_FILE).stream()
                                .map(item -> List.<Object>of(
                                        item.name(),
                                        item.skuId().text(),
                                        item.category(),
                                        item.rank(),
                                        item.pieces(),
                                        item.returnedPieces(),
                                        item.salesMinor(),
                                        item.refundsMinor(),
                                        item.revenueMinor()))
                                .toList());
            case TENDER ->
                new Breakdown.Table(
                        List.of("tender", "payments", "paidMinor", "repayments", "repaidMinor", "netMinor"),
                        reports.tenders(scope).stream()
                                .map(tender -> List.<Object>of(
                                        tender.kind(),
                                        tender.payments(),
                                        tender.paidMinor(),
                                        tender.repayments(),
                                        tender.repaidMinor(),
                                        tender.netMinor()))
                                .toList());
        };
    }

    private static <T> Breakdown.Table figures(
            String columns, List<T> items, Function<T, List<Object>> labels, Function<T, SalesFigures> figuresOf) {
        List<String> names = new ArrayList<>(List.of(columns.split(",")));
        names.addAll(FIGURES);
        List<List<Object>> rows = new ArrayList<>();
        for (T item : items) {
            SalesFigures figures = figuresOf.apply(item);
            List<Object> row = new ArrayList<>(labels.apply(item));
            row.addAll(List.of(
                    figures.orders(),
                    figures.pieces(),
                    figures.returnedPieces(),
                    figures.salesMinor(),
                    figures.discountMinor(),
                    figures.refundsMinor(),
                    figures.revenueMinor(),
                    figures.receivedMinor(),
                    figures.paidBackMinor(),
                    figures.rechargeMinor(),
                    figures.storedValueUsedMinor()));
            row.addAll(List.of(
                    figures.storedValueChangeMinor(),
                    figures.cardSalesMinor(),
                    figures.feesMinor(),
                    figures.bookedMinor(),
                    figures.giftCardsUsedMinor(),
                    figures.cardUsesMinor(),
                    figures.cardUsesValueMinor()));
            rows.add(row);
        }
        return new Breakdown.Table(names, rows);
    }

    private static <T> Views.Chart sales(List<T> items, Function<T, String> label, Function<T, SalesFigures> figures) {
        return new Views.Chart(
                items.stream().map(label).toList(),
                List.of(
                        series(
                                "revenueMinor",
                                items,
                                item -> figures.apply(item).revenueMinor()),
                        series("orders", items, item -> figures.apply(item).orders()),
                        series("pieces", items, item -> figures.apply(item).pieces())));
    }

    private static <T> Views.Series series(String name, List<T> items, Function<T, Long> value) {
        return new Views.Series(name, items.stream().map(value).toList());
    }

    private static String nameOf(Views.Store store) {
        return Objects.requireNonNullElse(store.name(), store.storeId().text());
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
