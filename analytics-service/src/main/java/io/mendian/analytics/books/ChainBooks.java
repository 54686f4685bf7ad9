package io.mendian.analytics.books;

import io.mendian.analytics.books.client.ServiceBooks;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.books.Books;
import io.mendian.runtime.books.SharedRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The books of all six services, asked at the same time, and the checks that need two of them. */
@Component
public class ChainBooks {

    private final BookQueries own;
    private final Clock clock;
    private final OtherServices others;
    private final BetweenServices between;
    private final SharedRun<AllBooks> shared = new SharedRun<>(this::runNow);

    ChainBooks(BookQueries own, Clock clock, OtherServices others, BetweenServices between) {
        this.own = own;
        this.clock = clock;
        this.others = others;
        this.between = between;
    }

    /** A service that does not answer has a check "unreachable", which does not balance. */
    public AllBooks run() {
        return shared.ask();
    }

    private AllBooks runNow() {
        Map<String, Books> books = new LinkedHashMap<>();
        books.put("analytics", own.run());
        books.putAll(others.ask(ChainBooks::booksOf, ChainBooks::unreachable));
        books.put("chain", new Books("chain", chain(books), null));
        List<Books> all = new ArrayList<>(books.values());
        boolean balanced = all.stream()
                .allMatch(service ->
                        !service.checks().isEmpty() && service.checks().stream().allMatch(BookResult::balanced));
        return new AllBooks(balanced, clock.instant(), all);
    }

    /** Who says nothing to a quick question is not waited for as long as who counts. */
    private static Books booksOf(ServiceBooks service) {
        Alarms.OfService ignored = service.alarms();
        return service.books(ServiceBooks.PATIENT);
    }

    private List<BookResult> chain(Map<String, Books> books) {
        List<String> away = books.values().stream()
                .filter(service ->
                        service.checks().stream().anyMatch(check -> check.name().equals("unreachable")))
                .map(Books::service)
                .toList();
        List<BookResult> checks = new ArrayList<>();
        checks.add(new BookResult("all services answer", "service", away.isEmpty(), books.size(), 0, away));
        if (away.isEmpty()) {
            checks.addAll(between.checks());
        }
        return checks;
    }

    private static Books unreachable(String name) {
        return new Books(
                name, List.of(new BookResult("unreachable", "service", false, 0, 0, List.of(name + "-service"))), null);
    }
}
