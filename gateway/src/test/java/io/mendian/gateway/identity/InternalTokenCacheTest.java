package io.mendian.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.gateway.GatewayKeys;
import io.mendian.runtime.security.InternalTokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InternalTokenCacheTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-02-28T23:59:50Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Path keys = GatewayKeys.folder();
    private final InternalTokens service = new InternalTokens("order-service", keys, clock);
    private final InternalTokenCache cache =
            new InternalTokenCache(new InternalTokens(InternalTokens.GATEWAY, keys, clock), clock);
    private final Known clerk = new Known(JsonMapper.builder().build().readValue("""
            {"realm":"STAFF","subject":"7","chainWide":false,"expiresAt":"2099-01-01T00:00:00Z","mustChangePassword":false}
            """, Identity.class));

    @Test
    void aTokenIsSignedOnceAndReusedForAWhile() {
        String first = token();
        now.updateAndGet(time -> time.plusSeconds(19));
        assertThat(token()).isEqualTo(first);
        now.updateAndGet(time -> time.plusSeconds(2));
        assertThat(token()).isNotEqualTo(first);
    }

    @Test
    void noServiceIsEverGivenAStaleTokenWhereverTheClockJumps() {
        for (Duration jump : new Duration[] {Duration.ofHours(2), Duration.ofHours(-2), Duration.ofDays(400)}) {
            now.updateAndGet(time -> time.plus(jump));
            assertThat(service.verify(token())).as("after %s", jump).isNotNull();
        }
    }

    private String token() {
        return cache.tokenFor(clerk, "order-service");
    }
}
