package io.mendian.analytics.books.web;

import io.mendian.analytics.books.AllBooks;
import io.mendian.analytics.books.ChainAlarms;
import io.mendian.analytics.books.ChainBooks;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Do the books of the chain balance, and what needs a person? */
@RestController
class BooksController {

    private final ChainBooks books;
    private final ChainAlarms alarms;

    BooksController(ChainBooks books, ChainAlarms alarms) {
        this.books = books;
        this.alarms = alarms;
    }

    @Operation(
            summary = "The books of all six services, and the checks that need two of them",
            description =
                    "Runs every invariant live over whole tables; checked counts the rows looked at, offenders lists the"
                            + " first 20 that break it. A service that does not answer is a check named unreachable that does not"
                            + " balance. Takes minutes where there are millions of rows: wait up to 12. Whoever asks meanwhile"
                            + " shares the next run.")
    @GetMapping("/hq/v1/books")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    AllBooks books() {
        return books.run();
    }

    @Operation(
            summary = "告警：the open alarms of all six services",
            description = "Of each service the newest 200. A service that does not answer is named in away.")
    @GetMapping("/hq/v1/alarms")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    ChainAlarms.All alarms() {
        return alarms.open();
    }
}
