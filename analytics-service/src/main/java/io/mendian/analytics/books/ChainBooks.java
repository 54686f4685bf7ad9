package io.mendian.analytics.books;

import io.mendian.analytics.books.client.ServiceBooks;
import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.books.Books;
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

    ChainBooks(BookQueries own, Clock clock, OtherServices others) {
        this.own = own;
        this.clock = clock;
        this.others = others;
    }

    /** A service that does not answer has a check "unreachable", which does not balance. */
    public AllBooks run() {
        Map<String, Books> books = new LinkedHashMap<>();
        books.put("analytics", own.run());
        books.putAll(others.ask(ServiceBooks::books, ChainBooks::unreachable));
        books.put("chain", new Books("chain", BetweenServices.checks(books), null));
        List<Books> all = new ArrayList<>(books.values());
        boolean balanced = all.stream()
                .allMatch(service ->
                        !service.checks().isEmpty() && service.checks().stream().allMatch(BookResult::balanced));
        return new AllBooks(balanced, clock.instant(), all);
    }

    private static Books unreachable(String name) {
        return new Books(
                name, List.of(new BookResult("unreachable", "service", false, 0, 0, List.of(name + "-service"))), null);
    }
}
