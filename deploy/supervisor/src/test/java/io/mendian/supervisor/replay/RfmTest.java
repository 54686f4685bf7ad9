package io.mendian.supervisor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RfmTest {

    private static final LocalDate AT = LocalDate.of(1998, 6, 30);

    /** The worked example of docs/guides/rfm.md. */
    private static final List<Purchase> EXAMPLE = List.of(
            bought("A", "1998-06-30", 1000),
            bought("A", "1998-06-29", 500),
            bought("B", "1998-06-20", 0),
            bought("C", "1998-06-20", 3000),
            bought("D", "1998-05-31", 1200),
            bought("E", "1998-05-31", 1200),
            bought("E", "1998-05-31", 1800),
            bought("E", "1998-05-01", 2000),
            bought("F", "1998-03-22", 700),
            bought("G", "1997-06-30", 1500));

    @Test
    void theWorkedExampleOfTheGuideComesOutAsWritten() {
        assertThat(Rfm.scores(EXAMPLE, AT))
                .containsEntry("A", new Rfm.Score(5, 4, 3))
                .containsEntry("B", new Rfm.Score(5, 1, 1))
                .containsEntry("C", new Rfm.Score(5, 1, 4))
                .containsEntry("D", new Rfm.Score(3, 1, 2))
                .containsEntry("E", new Rfm.Score(3, 5, 5))
                .containsEntry("F", new Rfm.Score(2, 1, 1))
                .containsEntry("G", new Rfm.Score(1, 1, 3))
                .hasSize(7);
    }

    @Test
    void theOrderOfThePurchasesChangesNothing() {
        List<Purchase> shuffled = new ArrayList<>(EXAMPLE);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(Rfm.table(shuffled, AT)).isEqualTo(Rfm.table(EXAMPLE, AT));
    }

    @Test
    void purchasesAfterTheAnalysisDateDoNotCount() {
        assertThat(Rfm.scores(EXAMPLE, LocalDate.of(1997, 6, 30))).containsOnlyKeys("G");
        assertThat(Rfm.scores(EXAMPLE, LocalDate.of(1997, 6, 29))).isEmpty();
    }

    @Test
    void boundariesStandAtTheCeilingOfEachFifth() {
        assertThat(Rfm.boundaries(new long[] {7, 6, 5, 4, 3, 2, 1})).containsExactly(2, 3, 5, 6);
        assertThat(Rfm.boundaries(new long[] {9})).containsExactly(9, 9, 9, 9);
        assertThat(Rfm.boundaries(new long[] {1, 2, 3, 4, 5})).containsExactly(1, 2, 3, 4);
    }

    private static Purchase bought(String customer, String date, long amountMinor) {
        return new Purchase(1, customer, LocalDate.parse(date), 1, amountMinor);
    }
}
