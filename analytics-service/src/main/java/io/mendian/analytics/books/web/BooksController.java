package io.mendian.analytics.books.web;

import io.mendian.analytics.books.Books;
import io.mendian.analytics.books.BooksView;
import io.mendian.analytics.books.ChainBooks;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Do the books balance? */
@RestController
class BooksController {

    private static final String LIVE = "Runs every invariant live over whole tables; checked counts the rows looked at,"
            + " offenders lists the first 20 that break it.";

    private final Books own;
    private final ChainBooks chain;

    BooksController(Books own, ChainBooks chain) {
        this.own = own;
        this.chain = chain;
    }

    @Operation(
            summary = "The books of all six services, and the checks that need two of them",
            description = LIVE + " A service that does not answer is a check named unreachable that does not balance.")
    @GetMapping("/hq/v1/books")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    BooksView.All all() {
        return chain.run();
    }

    @Operation(summary = "The books of analytics-service", description = LIVE)
    @GetMapping("/hq/v1/books/analytics")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    BooksView headquarters() {
        return own.run();
    }

    @Operation(summary = "The books of analytics-service", description = LIVE)
    @GetMapping("/internal/v1/books")
    @Allow
    BooksView internal() {
        return own.run();
    }
}
