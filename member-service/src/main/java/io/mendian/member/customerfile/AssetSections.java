package io.mendian.member.customerfile;

import io.mendian.kernel.MemberKey;
import io.mendian.member.card.CardQueries;
import io.mendian.member.giftcard.GiftCardQueries;
import io.mendian.member.history.HistoryQueries;
import io.mendian.member.level.LevelQueries;
import io.mendian.member.member.FileSection;
import io.mendian.member.points.PointsQueries;
import io.mendian.member.wallet.WalletQueries;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the customer file shows of a member's assets. */
@Configuration(proxyBeanMethods = false)
class AssetSections {

    private static final int LATEST = 10;

    private record Section(String name, Function<MemberKey, Object> content) implements FileSection {
        @Override
        public Object of(MemberKey key) {
            return content.apply(key);
        }
    }

    @Bean
    FileSection levelSection(LevelQueries levels) {
        return new Section("level", levels::standing);
    }

    @Bean
    FileSection pointsSection(PointsQueries points) {
        return new Section("points", key -> Map.of("usable", points.usable(key)));
    }

    @Bean
    FileSection storedValueSection(WalletQueries wallet) {
        return new Section("storedValue", wallet::free);
    }

    @Bean
    FileSection cardsSection(CardQueries cards) {
        return new Section("cards", cards::ofMember);
    }

    @Bean
    FileSection cardUsesSection(CardQueries cards) {
        return new Section("latestCardUses", key -> cards.latestUses(key, LATEST));
    }

    @Bean
    FileSection giftCardsSection(GiftCardQueries giftCards) {
        return new Section("giftCards", giftCards::ofMember);
    }

    @Bean
    FileSection ordersSection(HistoryQueries history) {
        return new Section("latestOrders", key -> history.page(key, null, LATEST));
    }
}
