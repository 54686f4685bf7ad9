package io.mendian.member.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Race;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever tries a code has a connection of the service already, and is counted over another one. */
class GiftCardPoolTest extends GiftCardCase {

    @Autowired
    DataSource database;

    @Test
    void moreClaimsAtOnceThanThereAreConnectionsAllSucceed() throws SQLException {
        int many = manyMoreThanConnections();
        deliveries.deliver(
                assets.saleTo(buyer).card(many, gift(1_000), many * 1_000L).paid());
        List<String> codes = new ArrayList<>();
        for (JsonNode card : cards(buyer)) {
            codes.add(code(buyer, card.path("giftCardId").asString()));
        }
        List<MemberKey> friends = codes.stream().map(code -> Sale.someone()).toList();
        List<Race.Outcome<Integer>> outcomes =
                Race.run(many, i -> () -> claim(friends.get(i), codes.get(i)).status());
        assertThat(outcomes).hasSize(many).allMatch(outcome -> outcome.value() != null && outcome.value() == 200);
        assertThat(friends).allMatch(each -> cards(each).size() == 1);
    }

    @Test
    void moreGuessersAtOnceThanThereAreConnectionsAreAllAnswered() throws SQLException {
        int many = manyMoreThanConnections();
        List<Race.Outcome<Integer>> outcomes = Race.run(
                many,
                i -> () -> i % 2 == 0
                        ? claim(Sale.someone(), GiftCode.random()).status()
                        : post(Sale.someone(), "/app/v1/transfers/take", Map.of("code", "12345678"))
                                .status());
        assertThat(outcomes).allMatch(outcome -> outcome.value() != null && outcome.value() == 404);
    }

    private int manyMoreThanConnections() throws SQLException {
        return 3 * database.unwrap(HikariDataSource.class).getMaximumPoolSize();
    }
}
