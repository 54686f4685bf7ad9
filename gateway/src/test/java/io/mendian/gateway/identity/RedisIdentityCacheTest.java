package io.mendian.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request never waits for Redis: not for a connection, and not for one that has gone silent. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RedisIdentityCacheTest {

    private static final Duration LIFE = Duration.ofSeconds(30);

    @Test
    void nobodyWaitsForAServerThatTakesConnectionsAndNeverAnswers() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RedisIdentityCache cache = cacheAt(blackHole.getLocalPort())) {
            assertThat(answersAtOnce(cache)).isTrue();
        }
    }

    @Test
    void nobodyWaitsForAServerThatDoesNotTakeConnections() throws IOException {
        // a full queue: the next connection hangs until it gives up
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                java.net.Socket first = new java.net.Socket(full.getInetAddress(), full.getLocalPort());
                java.net.Socket second = new java.net.Socket(full.getInetAddress(), full.getLocalPort());
                RedisIdentityCache cache = cacheAt(full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(answersAtOnce(cache)).isTrue();
        }
    }

    @Test
    void whatIsKeptIsFoundAndAChangeBySomebodyElseIsSeen() throws IOException {
        try (FakeRedis redis = new FakeRedis();
                RedisIdentityCache cache = cacheAt(redis.port())) {
            until(cache::isConnected);
            assertThat(cache.get("token").blockOptional()).isEmpty();
            assertThat(cache.putIfAbsent("token", "clerk", LIFE).block()).isTrue();
            assertThat(cache.putIfAbsent("token", "thief", LIFE).block()).isFalse();
            assertThat(cache.get("token").block()).isEqualTo("clerk");
            int asked = redis.gets();
            assertThat(cache.get("token").block()).isEqualTo("clerk");
            assertThat(redis.gets()).as("the second time from memory").isEqualTo(asked);

            redis.change("token", Identities.ASK);
            until(() -> Identities.ASK.equals(cache.get("token").block()));
        }
    }

    @Test
    void aServerThatGoesSilentIsGivenUpAndFoundAgain() throws IOException {
        try (FakeRedis redis = new FakeRedis();
                RedisIdentityCache cache = cacheAt(redis.port())) {
            until(cache::isConnected);
            redis.silent(true);
            for (int i = 0; i < RedisIdentityCache.MOST_SILENCES; i++) {
                assertThat(cache.get("token" + i).blockOptional()).isEmpty();
            }
            assertThat(answersAtOnce(cache)).isTrue();
            redis.silent(false);
            until(cache::isConnected);
            assertThat(cache.putIfAbsent("token", "clerk", LIFE).block()).isTrue();
        }
    }

    private static RedisIdentityCache cacheAt(int port) {
        return new RedisIdentityCache("redis://127.0.0.1:" + port).connect();
    }

    /** On the caller's own thread, before the subscription returns. */
    private static boolean answersAtOnce(RedisIdentityCache cache) {
        AtomicBoolean read = new AtomicBoolean();
        AtomicBoolean kept = new AtomicBoolean();
        cache.get("somebody").subscribe(text -> {}, e -> {}, () -> read.set(true));
        cache.putIfAbsent("somebody", "text", LIFE).subscribe(done -> {}, e -> {}, () -> kept.set(true));
        return read.get() && kept.get();
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("it never came")
                    .isFalse();
            LockSupport.parkNanos(10_000_000);
        }
    }
}
