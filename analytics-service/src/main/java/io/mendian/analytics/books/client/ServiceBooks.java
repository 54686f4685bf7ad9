package io.mendian.analytics.books.client;

import feign.Request;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.books.BookLedgers;
import io.mendian.runtime.books.Books;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What each of the other services answers about its books and its alarms. */
public interface ServiceBooks {

    /** Counted live over whole tables: minutes where there are millions of rows. */
    Request.Options PATIENT = new Request.Options(Duration.ofSeconds(1), Duration.ofMinutes(10), false);

    @GetMapping("/internal/v1/books")
    Books books(Request.Options patience);

    @GetMapping("/internal/v1/books/ledgers/{ledger}")
    List<BookLedgers.Bucket> buckets(
            @PathVariable("ledger") String ledger, @RequestParam("cut") String cut, Request.Options patience);

    @GetMapping("/internal/v1/books/ledgers/{ledger}/rows")
    List<BookLedgers.Row> rows(
            @PathVariable("ledger") String ledger,
            @RequestParam("buckets") List<Integer> buckets,
            @RequestParam("cut") String cut,
            Request.Options patience);

    @GetMapping("/internal/v1/alarms")
    Alarms.OfService alarms();
}
