package io.mendian.analytics.liability;

import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is owed: told by events, read in the report, and checked by the books. */
@MendianTest
abstract class LiabilityCase {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    BookQueries books;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** Whether the checks balance whose names begin so. */
    List<Boolean> balanced(String... names) {
        return books.run().checks().stream()
                .filter(check -> Stream.of(names).anyMatch(check.name()::startsWith))
                .map(BookResult::balanced)
                .toList();
    }

    /** What the same checks say while something is wrong on purpose, which is then undone. */
    List<Boolean> balancedAfter(String sabotage, String... names) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.update(sabotage);
            return balanced(names);
        }));
    }

    JsonNode report(String period) {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/reports/liabilities" + period)
                .expect(200)
                .json();
    }
}
