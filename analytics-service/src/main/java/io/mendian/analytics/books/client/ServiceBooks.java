package io.mendian.analytics.books.client;

import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.books.Books;
import org.springframework.web.bind.annotation.GetMapping;

/** What each of the other services answers about its books and its alarms. */
public interface ServiceBooks {

    @GetMapping("/internal/v1/books")
    Books books();

    @GetMapping("/internal/v1/alarms")
    Alarms.OfService alarms();
}
