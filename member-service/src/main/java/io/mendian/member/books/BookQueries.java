package io.mendian.member.books;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs every {@link BookCheck} of this service. */
@Component
public class BookQueries {

    private final List<BookCheck> checks;
    private final String service;

    BookQueries(List<BookCheck> checks, @Value("${spring.application.name}") String service) {
        this.checks = checks;
        this.service = service;
    }

    public Books run() {
        return new Books(
                service,
                checks.stream()
                        .map(BookCheck::run)
                        .sorted(Comparator.comparing(BookResult::name))
                        .toList());
    }
}
