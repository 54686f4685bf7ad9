package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BooksTest {

    private static final String MEMBER = """
            {"service": "member", "checks": [
              {"name": "points", "scope": "chain", "balanced": true, "checked": 1200, "durationMillis": 7, "offenders": []}]}""";
    private static final String ORDER = """
            {"service": "order", "checks": [
              {"name": "tenders", "scope": "chain", "balanced": false, "checked": 31, "durationMillis": 5, "offenders": ["order 77"]}]}""";

    @Test
    void allServicesAreReadAndOneBadCheckIsEnough() {
        Books books = Books.read("[" + MEMBER + "," + ORDER + "]");

        assertThat(books.balanced()).isFalse();
        assertThat(books.table())
                .contains("ok   member", "1,200 rows", "BAD  order", "order 77", "1 of 2 checks do not balance");
    }

    @Test
    void onlyADifferenceBetweenServicesMayBeUnderWay() {
        String between = ORDER.replace("\"service\": \"order\"", "\"service\": \"chain\"");

        assertThat(Books.read("[" + MEMBER + "," + between + "]").mayBeUnderWay())
                .isTrue();
        assertThat(Books.read("[" + ORDER + "," + between + "]").mayBeUnderWay())
                .isFalse();
        assertThat(Books.read(MEMBER).mayBeUnderWay()).isFalse();
    }

    @Test
    void oneServiceAloneBalances() {
        assertThat(Books.read(MEMBER).balanced()).isTrue();
    }

    @Test
    void booksWithoutAnyCheckDoNotCountAsBalanced() {
        assertThat(Books.read("{\"services\": []}").balanced()).isFalse();
    }
}
