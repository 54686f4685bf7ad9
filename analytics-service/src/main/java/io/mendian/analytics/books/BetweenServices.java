package io.mendian.analytics.books;

import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.books.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What two services say of the same thing must be equal; while events are on their way it may differ for a moment. */
final class BetweenServices {

    private record Pair(String name, String service, String figure) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("paid orders of order-service = orders here", "order", AnalyticsBooks.ORDERS),
            new Pair("amount of paid orders of order-service = amount here", "order", AnalyticsBooks.ORDERS_MINOR),
            new Pair("refunds of order-service = refunds here", "order", AnalyticsBooks.REFUNDS_MINOR),
            new Pair("members of member-service = members here", "member", AnalyticsBooks.MEMBERS));

    private BetweenServices() {}

    /** One check per figure that both sides give; every service answering is a check of its own. */
    static List<BookResult> checks(Map<String, Books> books) {
        List<BookResult> checks = new ArrayList<>();
        checks.add(new BookResult("all services answer", "service", allAnswer(books), books.size(), 0, List.of()));
        for (Pair pair : PAIRS) {
            Long there = figure(books.get(pair.service()), pair.figure());
            Long here = figure(books.get("analytics"), pair.figure());
            if (there != null && here != null) {
                boolean equal = there.equals(here);
                List<String> offenders =
                        equal ? List.of() : List.of(pair.service() + " " + there + ", analytics " + here);
                checks.add(new BookResult(pair.name(), "chain", equal, there, 0, offenders));
            }
        }
        return checks;
    }

    private static boolean allAnswer(Map<String, Books> books) {
        return books.values().stream()
                .allMatch(service -> service.checks().stream()
                        .noneMatch(check -> check.name().equals("unreachable")));
    }

    private static @Nullable Long figure(@Nullable Books books, String name) {
        return books == null || books.figures() == null ? null : books.figures().get(name);
    }
}
