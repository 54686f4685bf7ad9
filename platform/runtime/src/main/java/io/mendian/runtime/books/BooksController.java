package io.mendian.runtime.books;

import io.mendian.runtime.ShortName;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Do this service's books balance? */
@RestController
class BooksController {

    private static final String LIVE = "Runs every invariant of this service's tables live and without a lock; checked"
            + " counts the rows looked at, offenders lists the first 20 that break it. Takes minutes where there are"
            + " millions of rows: wait up to 11. Whoever asks meanwhile shares the next run.";
    private static final String LEDGER = "id and value of what was settled before the instant cut, in 256 buckets by"
            + " CRC32 of the id: count, sum, and the sum of CRC32(id:value). 404 for a ledger that is not kept here.";
    private static final String HQ_LEDGER = "/hq/v1/books/" + ShortName.OF_SERVICE + "/ledgers/{ledger}";
    private static final String LEDGER_PATH = "/internal/v1/books/ledgers/{ledger}";

    private final BookQueries books;
    private final BookLedgers ledgers;

    BooksController(BookQueries books, BookLedgers ledgers) {
        this.books = books;
        this.ledgers = ledgers;
    }

    @Operation(summary = "账是否平：whether this service's books balance", description = LIVE)
    @GetMapping("/hq/v1/books/" + ShortName.OF_SERVICE)
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    Books headquarters() {
        return books.run();
    }

    @Operation(
            summary = "Whether this service's topics hold what it committed",
            description =
                    "Reads its topics from their beginning: each key's events follow one another without a gap, what"
                            + " was committed is there and nothing else. Takes seconds where there are many events.")
    @GetMapping("/hq/v1/books/" + ShortName.OF_SERVICE + "/topics")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    Books topics() {
        return books.slow();
    }

    @Operation(summary = "Whether this service's books balance", description = LIVE)
    @GetMapping("/internal/v1/books")
    @Allow
    Books internal() {
        return books.run();
    }

    @Operation(summary = "What this service says of each thing, in sums", description = LEDGER)
    @GetMapping(HQ_LEDGER)
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    List<BookLedgers.Bucket> ledger(@PathVariable String ledger, @RequestParam Instant cut) {
        return ledgers.buckets(ledger, cut);
    }

    @Operation(summary = "What this service says of each thing of one bucket, at most 50,000", description = LEDGER)
    @GetMapping(HQ_LEDGER + "/{bucket}")
    @Allow({Right.REPORTS_READ, Right.OPERATIONS})
    List<BookLedgers.Row> ledgerRows(
            @PathVariable String ledger,
            @PathVariable @Min(0) @Max(BookLedgers.BUCKETS - 1) int bucket,
            @RequestParam Instant cut) {
        return ledgers.rows(ledger, List.of(bucket), cut);
    }

    @Operation(summary = "What this service says of each thing, in sums", description = LEDGER)
    @GetMapping(LEDGER_PATH)
    @Allow
    List<BookLedgers.Bucket> internalLedger(@PathVariable String ledger, @RequestParam Instant cut) {
        return ledgers.buckets(ledger, cut);
    }

    @Operation(summary = "What this service says of each thing of some buckets, at most 50,000", description = LEDGER)
    @GetMapping(LEDGER_PATH + "/rows")
    @Allow
    List<BookLedgers.Row> internalLedgerRows(
            @PathVariable String ledger,
            @RequestParam @Size(min = 1, max = BookLedgers.BUCKETS)
                    List<@Min(0) @Max(BookLedgers.BUCKETS - 1) Integer> buckets,
            @RequestParam Instant cut) {
        return ledgers.rows(ledger, buckets, cut);
    }
}
