package io.mendian.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.inventory.Shop;
import io.mendian.inventory.Shop.Some;
import io.mendian.inventory.hold.PlaceHold.Wanted;
import io.mendian.inventory.stock.Pieces;
import io.mendian.inventory.stock.StockProblem;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class HoldBatchTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    HoldBatch batch;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(api, deliveries, jdbc, clock);
    }

    private Wanted wish(long id, SkuId sku, long quantity) {
        return new Wanted(
                HoldId.of(id),
                shop.store,
                clock.instant().plus(Duration.ofMinutes(5)),
                Pieces.of(List.of(sku), any -> any, any -> quantity));
    }

    private static List<String> codes(List<Optional<ProblemException>> answers) {
        return answers.stream()
                .map(answer -> answer.map(refused -> refused.problem().name()).orElse("HELD"))
                .toList();
    }

    @Test
    void aBatchIsDecidedInTheOrderOfArrival() {
        SkuId tea = shop.goods(10);
        SkuId cup = shop.goods(3);
        Wanted late = new Wanted(
                HoldId.of(Ids.next()),
                shop.store,
                clock.instant(),
                wish(1, tea, 1).pieces());

        List<Optional<ProblemException>> answers = batch.place(List.of(
                wish(Ids.next(), tea, 6),
                wish(Ids.next(), tea, 5), // one too many, the next still fits
                wish(Ids.next(), cup, 3),
                late,
                wish(Ids.next(), tea, 4),
                wish(Ids.next(), cup, 1)));

        assertThat(codes(answers))
                .containsExactly("HELD", "NOT_ENOUGH_STOCK", "HELD", "HOLD_TOO_LATE", "HELD", "NOT_ENOUGH_STOCK");
        assertThat(answers.get(1).orElseThrow().facts()).containsEntry("left", 4L);
        shop.expectStock(tea, 10, 10);
        shop.expectStock(cup, 3, 3);
    }

    @Test
    void aHoldThatIsThereAlreadyUndoesTheWholeBatch() {
        SkuId tea = shop.goods(10);
        long known = Ids.next();
        shop.hold(known, new Some(tea, 2)).expect(200);

        assertThatThrownBy(() -> batch.place(List.of(wish(Ids.next(), tea, 3), wish(known, tea, 2))))
                .isInstanceOf(DuplicateKeyException.class);

        shop.expectStock(tea, 10, 2);
    }

    @Test
    void aHundredBuyersAtOnceGetExactlyWhatIsThere() {
        SkuId tea = shop.goods(37);

        List<Race.Outcome<Integer>> answers =
                Race.run(100, i -> () -> shop.hold(Ids.next(), new Some(tea, 1)).status());

        assertThat(answers.stream().map(Race.Outcome::value).filter(status -> status == 200))
                .hasSize(37);
        assertThat(answers.stream().map(Race.Outcome::value).filter(status -> status == 409))
                .hasSize(63);
        shop.expectStock(tea, 37, 37);
    }

    @Test
    void repeatsInTheMiddleOfACrowdAreHeldOnce() {
        SkuId tea = shop.goods(500);
        long[] orders =
                java.util.stream.LongStream.range(0, 25).map(i -> Ids.next()).toArray();

        var answers = Race.run(
                100, i -> () -> shop.hold(orders[i % 25], new Some(tea, 2)).status());

        assertThat(answers).allMatch(outcome -> outcome.succeeded() && outcome.value() == 200);
        shop.expectStock(tea, 500, 50);
    }

    @Test
    void theGuardOfTheUpdateHasTheLastWord() {
        SkuId tea = shop.goods(5);
        // what somebody else reserved after the shelf was read is seen by the update, not by the decision
        List<Race.Outcome<Boolean>> outcomes = Race.run(8, i -> () -> {
            try {
                return batch.place(List.of(wish(Ids.next(), tea, 1), wish(Ids.next(), tea, 1))).stream()
                        .allMatch(Optional::isEmpty);
            } catch (ProblemException refused) {
                return refused.problem() == StockProblem.NOT_ENOUGH_STOCK ? false : null;
            } catch (UncategorizedSQLException lost) {
                // under REPEATABLE READ the update may find a newer row than was read: whoever calls repeats it
                return TransactionRetry.lostARace(lost) ? false : null;
            }
        });

        assertThat(outcomes).allMatch(outcome -> outcome.succeeded() && outcome.value() != null);
        long held = shop.count("SELECT COUNT(*) FROM stock_hold WHERE store_id = ?", shop.store.value());
        assertThat(held).isLessThanOrEqualTo(5);
        shop.expectStock(tea, 5, held);
    }
}
