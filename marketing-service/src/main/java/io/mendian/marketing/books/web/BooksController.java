package io.mendian.marketing.books.web;

import io.mendian.marketing.books.BookQueries;
import io.mendian.marketing.books.BooksView;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BooksController {

    private final BookQueries queries;

    BooksController(BookQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/internal/v1/books")
    @Allow
    @Operation(summary = "Whether this service's books balance, for the other services")
    BooksView internal() {
        return queries.books();
    }

    @GetMapping("/hq/v1/books/marketing")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS, Right.AUDIT_READ})
    @Operation(
            summary = "Whether this service's books balance",
            description = "Each check runs live and shows up to 20 rows that break it.")
    BooksView headquarters() {
        return queries.books();
    }
}
