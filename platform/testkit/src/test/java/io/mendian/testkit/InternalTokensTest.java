package io.mendian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.InternalTokens;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InternalTokensTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-02-28T23:59:50Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final KeyPair keys = pair();
    private final InternalTokens gateway = tokens(InternalTokens.GATEWAY);
    private final InternalTokens orders = tokens("order-service");
    private final InternalTokens members = tokens("member-service");

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private InternalTokens tokens(String self) {
        return new InternalTokens(
                self,
                keys.getPrivate(),
                Map.of(InternalTokens.GATEWAY, keys.getPublic(), "order-service", keys.getPublic()),
                clock);
    }

    private static String changed(String token, int at) {
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    @Test
    void aTokenNamesTheSameCallerUntilItEnds() {
        Caller member = Caller.member(MemberKey.of(42));
        String token = gateway.issue(member, "order-service");
        for (int i = 0; i < 3; i++) {
            assertThat(orders.verify(token)).isEqualTo(member);
        }
        now.updateAndGet(time -> time.plusSeconds(65));
        assertThat(orders.verify(token)).isEqualTo(member);
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(orders.verify(token)).isNull();
        assertThat(orders.verify(token)).isNull();
    }

    @Test
    void aTokenThatWasFoundRightMakesNoOtherRight() {
        String token = gateway.issue(Caller.member(MemberKey.of(42)), "order-service");
        assertThat(orders.verify(token)).isNotNull();
        // not the last: some of its bits are none of the signature's
        for (int at = 0; at < token.length() - 1; at += 7) {
            if (token.charAt(at) != '.') {
                assertThat(orders.verify(changed(token, at))).as("%d", at).isNull();
            }
        }
        assertThat(members.verify(token)).isNull();
        assertThat(orders.verify(orders.issue(Caller.member(MemberKey.of(42)), "order-service")))
                .isNull();
    }

    @Test
    void moreCallersThanAreRememberedAreStillKnown() {
        String first = gateway.issue(Caller.member(MemberKey.of(1)), "order-service");
        for (long key = 1; key <= 1_100; key++) {
            Caller member = Caller.member(MemberKey.of(key));
            assertThat(orders.verify(gateway.issue(member, "order-service"))).isEqualTo(member);
        }
        assertThat(orders.verify(first)).isEqualTo(Caller.member(MemberKey.of(1)));
    }
}
