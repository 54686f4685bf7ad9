package io.mendian.member.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who brings a newcomer is thanked once for each, so often a day. */
@MendianTest
class ShareTest {

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private MemberKey sharer;

    @BeforeEach
    void aMember() {
        sharer = assets.joined();
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void aNewcomerPaysHisFriendOnce() {
        MemberKey newcomer = assets.joined();
        String link = link(sharer);
        Race.run(8, i -> () -> claim(newcomer, link).expect(201));
        assertThat(assets.points(sharer)).isEqualTo(20);
        assertThat(assets.points(newcomer)).isZero();
        claim(newcomer, link(assets.joined())).expectProblem(409, "SHARE_CLAIMED");
        var mine =
                api.as(TestCallers.member(sharer)).get("/app/v1/me/share-link").json();
        assertThat(mine.path("newcomers").asLong() * 100
                        + mine.path("leftToday").asLong())
                .isEqualTo(104);
    }

    @Test
    void aDayPaysForFiveNewcomersHoweverManyComeAtOnce() {
        String link = link(sharer);
        List<MemberKey> newcomers = Stream.generate(assets::joined).limit(8).toList();
        Race.run(8, i -> () -> claim(newcomers.get(i), link).expect(201))
                .forEach(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(assets.points(sharer)).isEqualTo(100);
        assertThat(assets.number("SELECT COUNT(*) FROM share_claim WHERE sharer_key = ?", sharer))
                .isEqualTo(8);
        clock.advance(Duration.ofDays(1));
        claim(assets.joined(), link).expect(201);
        assertThat(assets.points(sharer)).isEqualTo(120);
    }

    @Test
    void onlyANewcomersOwnWordCounts() {
        claim(sharer, link(sharer)).expectProblem(409, "SHARE_OWN");
        String link = link(sharer);
        claim(assets.joined(), link.substring(0, link.length() - 1) + "x").expectProblem(404, "SHARE_LINK_UNKNOWN");
        claim(assets.joined(), "friends.zzzzzzzzzzzzz.x").expectProblem(404, "SHARE_LINK_UNKNOWN");
        MemberKey old = assets.joined();
        clock.advance(Duration.ofDays(8));
        claim(old, link).expectProblem(409, "SHARE_NOT_NEW");
        assertThat(assets.points(sharer)).isZero();
    }

    @Test
    void anotherCampaignEndsTheLinksOfTheOneBefore() {
        Api hq = api.as(TestCallers.headquarters());
        String old = link(sharer);
        Map<String, Object> rule = Map.of("campaign", "spring", "points", 5, "dailyCap", 1, "joinedDays", 7);
        hq.put("/hq/v1/share-rule", rule).expect(200);
        try {
            claim(assets.joined(), old).expectProblem(410, "SHARE_ENDED");
            claim(assets.joined(), link(sharer)).expect(201);
            assertThat(assets.points(sharer)).isEqualTo(5);
        } finally {
            hq.put("/hq/v1/share-rule", Map.of("campaign", "friends", "points", 20, "dailyCap", 5, "joinedDays", 7))
                    .expect(200);
        }
    }

    private String link(MemberKey member) {
        return api.as(TestCallers.member(member))
                .get("/app/v1/me/share-link")
                .expect(200)
                .json()
                .path("link")
                .asString();
    }

    private Api.Answer claim(MemberKey newcomer, String link) {
        return api.as(TestCallers.member(newcomer)).post("/app/v1/me/share-claims", Map.of("link", link));
    }
}
