package io.mendian.analytics.books.client;

import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.books.BookLedgers;
import io.mendian.runtime.books.Books;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What each of the other services answers about its books and its alarms. */
public interface ServiceBooks {

    @GetMapping("/internal/v1/books")
    Books books();

    @GetMapping("/internal/v1/books/ledgers/{ledger}")
    List<BookLedgers.Bucket> buckets(@PathVariable("ledger") String ledger, @RequestParam("cut") String cut);

    @GetMapping("/internal/v1/books/ledgers/{ledger}/rows")
    List<BookLedgers.Row> rows(
            @PathVariable("ledger") String ledger,
            @RequestParam("buckets") List<Integer> buckets,
            @RequestParam("cut") String cut);

    @GetMapping("/internal/v1/alarms")
    Alarms.OfService alarms();
}
