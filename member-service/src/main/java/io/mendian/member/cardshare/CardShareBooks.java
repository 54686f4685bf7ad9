package io.mendian.member.cardshare;

import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invariants of shared cards. */
@Configuration(proxyBeanMethods = false)
class CardShareBooks {

    @Bean
    Invariants cardShareInvariants() {
        return Invariants.of(
                new Invariant("X06 an open share is of its owner's card", "shared card", "card_share", """
                        SELECT CONCAT('share ', s.id, ' of card ', s.card_id, ' is open, the card is ', c.status)
                        FROM card_share s JOIN card c ON c.id = s.card_id
                        WHERE s.slot IS NOT NULL AND (c.status = 'CLOSED' OR c.member_key <> s.owner_key)
                        """),
                new Invariant(
                        "X06 who uses another's card does so by a share of it",
                        "shared card",
                        "card_use WHERE share_id IS NOT NULL",
                        """
                        SELECT CONCAT('use ', u.use_id, ' of card ', u.card_id, ' by share ', u.share_id)
                        FROM card_use u LEFT JOIN card_share s ON s.id = u.share_id
                        WHERE u.share_id IS NOT NULL AND (s.id IS NULL OR s.card_id <> u.card_id
                            OR s.member_key <> u.member_key OR s.confirmed_at IS NULL OR s.confirmed_at > u.used_at)
                        """));
    }
}
