package io.mendian.inventory.books.web;

import io.mendian.inventory.books.Books;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The books of this service, checked at the moment of the call. */
@RestController
class BooksController {

    private final Books books;

    BooksController(Books books) {
        this.books = books;
    }

    @Operation(summary = "Check the books", description = "Runs every invariant of this service's tables live.")
    @GetMapping("/internal/v1/books")
    @Allow
    Books.Report internal() {
        return books.run();
    }

    @Operation(summary = "Check the books", description = "Runs every invariant of this service's tables live.")
    @GetMapping("/hq/v1/books/inventory")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    Books.Report headquarters() {
        return books.run();
    }
}
