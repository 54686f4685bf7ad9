package io.mendian.runtime.books;

import io.mendian.runtime.ShortName;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Do this service's books balance? */
@RestController
class BooksController {

    private static final String LIVE = "Runs every invariant of this service's tables live and without a lock; checked"
            + " counts the rows looked at, offenders lists the first 20 that break it.";

    private final BookQueries books;

    BooksController(BookQueries books) {
        this.books = books;
    }

    @Operation(summary = "账是否平：whether this service's books balance", description = LIVE)
    @GetMapping("/hq/v1/books/" + ShortName.OF_SERVICE)
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    Books headquarters() {
        return books.run();
    }

    @Operation(summary = "Whether this service's books balance", description = LIVE)
    @GetMapping("/internal/v1/books")
    @Allow
    Books internal() {
        return books.run();
    }
}
