package io.mendian.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The cache in Redis, with a copy of what was read lately in this gateway's memory. Redis tells of every key that changes
 * (client tracking), on the same connection, so a copy goes as soon as its token is revoked; without a connection there
 * are no copies.
 *
 * <p>No request ever waits for a connection: it is made in the background, and until it stands the cache is empty. A
 * connection that does not answer several times in a row is given up and made anew.
 */
final class RedisIdentityCache implements IdentityCache, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisIdentityCache.class);
    static final int MOST_SILENCES = 5;
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final Duration HANDSHAKE = Duration.ofMillis(500);
    private static final Executor LATER = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
    /** For the case that Redis goes silent without closing the connection. */
    private static final Duration COPY = Duration.ofSeconds(2);

    private final RedisClient client;
    private final RedisURI address;
    private final AtomicReference<@Nullable Link> link = new AtomicReference<>();
    private volatile boolean closed;
    private volatile boolean away;

    /** A connection and the copies that it keeps fresh. */
    private static final class Link {
        private final StatefulRedisConnection<String, String> connection;
        private final AtomicInteger silences = new AtomicInteger();
        private final Cache<String, String> copies =
                Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(COPY).build();
        private volatile boolean tracked;

        Link(StatefulRedisConnection<String, String> connection) {
            this.connection = connection;
        }
    }

    RedisIdentityCache(String url) {
        address = RedisURI.create(url);
        address.setTimeout(HANDSHAKE);
        client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                // word of changed keys comes only in this one: Redis 6 and later
                .protocolVersion(ProtocolVersion.RESP3)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(HANDSHAKE).build())
                .build());
        client.addListener(new RedisConnectionStateAdapter() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> gone) {
                Link current = link.get();
                if (current != null && current.connection == gone) {
                    giveUp(current);
                }
            }
        });
    }

    /** Begins to connect; returns at once. */
    RedisIdentityCache connect() {
        if (!closed) {
            client.connectAsync(StringCodec.UTF8, address)
                    .toCompletableFuture()
                    .orTimeout(4 * HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((connection, failure) -> {
                        if (failure != null) {
                            say(failure);
                            LATER.execute(this::connect);
                        } else {
                            use(connection);
                        }
                    });
        }
        return this;
    }

    /** Once until it works again. */
    private void say(Object why) {
        if (!closed && !away) {
            LOG.warn("no identity cache, every request asks member-service: {}", why.toString());
        }
        away = true;
    }

    private void use(StatefulRedisConnection<String, String> connection) {
        Link fresh = new Link(connection);
        connection.addListener(message -> forget(fresh, message));
        connection
                .async()
                .clientTracking(TrackingArgs.Builder.enabled())
                .whenComplete((ok, tooOld) -> fresh.tracked = tooOld == null);
        link.set(fresh);
        away = false;
        if (closed || !connection.isOpen()) {
            giveUp(fresh);
        }
    }

    private static void forget(Link link, PushMessage message) {
        if (message.getType().equals("invalidate")) {
            List<Object> content = message.getContent(StringCodec.UTF8::decodeKey);
            if (content.size() > 1 && content.get(1) instanceof List<?> keys) {
                keys.forEach(key -> link.copies.invalidate(String.valueOf(key)));
            } else {
                link.copies.invalidateAll();
            }
        }
    }

    @Override
    public Mono<String> get(String key) {
        Link current = link.get();
        if (current == null) {
            return Mono.empty();
        }
        String copy = current.copies.getIfPresent(key);
        return copy != null
                ? Mono.just(copy)
                // the copy is taken on the connection's own thread, so in the order of answers and changes
                : asked(
                        current,
                        () -> current.connection.async().get(key).thenApply(text -> {
                            if (text != null && current.tracked) {
                                current.copies.put(key, text);
                            }
                            return text;
                        }));
    }

    @Override
    public Mono<Boolean> putIfAbsent(String key, String text, Duration life) {
        Link current = link.get();
        return current == null
                ? Mono.just(false)
                : asked(
                                current,
                                () -> current.connection
                                        .async()
                                        .set(key, text, SetArgs.Builder.nx().px(life))
                                        .thenApply("OK"::equals))
                        .defaultIfEmpty(false);
    }

    private <T> Mono<T> asked(Link current, Supplier<CompletionStage<T>> question) {
        return Mono.fromCompletionStage(question)
                .timeout(PATIENCE)
                .doOnSuccess(answer -> current.silences.set(0))
                .onErrorResume(e -> {
                    if (current.silences.incrementAndGet() == MOST_SILENCES) {
                        giveUp(current);
                    }
                    return Mono.empty();
                });
    }

    private void giveUp(Link current) {
        if (link.compareAndSet(current, null)) {
            say("Redis does not answer");
            CompletableFuture<Void> ignored = current.connection.closeAsync();
            LATER.execute(this::connect);
        }
    }

    boolean isConnected() {
        return link.get() != null;
    }

    @Override
    public void close() {
        closed = true;
        Link current = link.get();
        if (current != null) {
            giveUp(current);
        }
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
