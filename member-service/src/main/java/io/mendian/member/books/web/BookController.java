package io.mendian.member.books.web;

import io.mendian.member.books.BookQueries;
import io.mendian.member.books.Books;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BookController {

    private final BookQueries books;

    BookController(BookQueries books) {
        this.books = books;
    }

    @GetMapping("/internal/v1/books")
    @Allow
    @Operation(
            summary = "Whether this service's books balance",
            description = "Every invariant of its tables, run live.")
    Books forServices() {
        return books.run();
    }

    @GetMapping("/hq/v1/books/member")
    @Allow({Right.OPERATIONS, Right.REPORTS_READ})
    @Operation(summary = "会员账是否平：Whether the member books balance", description = """
                    Runs every invariant of members' assets on the live tables. Each check names its scope, how many things \
                    it looked at, and at most 20 offenders with their figures.""")
    Books forHeadquarters() {
        return books.run();
    }
}
