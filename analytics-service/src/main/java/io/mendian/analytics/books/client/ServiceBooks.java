package io.mendian.analytics.books.client;

import io.mendian.analytics.books.BooksView;
import org.springframework.web.bind.annotation.GetMapping;

/** What each of the other services answers about its books. */
public interface ServiceBooks {

    @GetMapping("/internal/v1/books")
    BooksView books();
}
