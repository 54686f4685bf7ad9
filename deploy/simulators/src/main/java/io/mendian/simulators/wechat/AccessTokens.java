package io.mendian.simulators.wechat;

import io.mendian.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of the server interface, valid for 7200 s. Each call of the plain interface makes a new token and leaves
 * the one before 5 more minutes; the stable interface gives the same token until it ends or a new one is forced. The
 * two kinds do not disturb each other.
 */
final class AccessTokens {

    /** A token with the kind of interface that issued it. */
    record Token(String token, String kind, Instant expiresAt) {}

    private static final Duration LIFE = Duration.ofSeconds(7_200);
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final World world;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, Token> newest = new ConcurrentHashMap<>();

    AccessTokens(World world) {
        this.world = world;
        world.journal().restores("token", Token.class, this::keep);
    }

    synchronized Token plain() {
        return renew("plain");
    }

    synchronized Token stable(boolean force) {
        Token current = newest.get("stable");
        boolean usable = current != null && world.clock().instant().isBefore(current.expiresAt);
        return current != null && usable && !force ? current : renew("stable");
    }

    long secondsLeft(Token token) {
        return Duration.between(world.clock().instant(), token.expiresAt).toSeconds();
    }

    /** Refuses a missing (41001), unknown (40001) or expired (42001) token. */
    void check(String given) {
        if (given.isEmpty()) {
            throw new WeChatRefusal(41001, "access_token missing");
        }
        Token token = tokens.get(given);
        if (token == null) {
            throw new WeChatRefusal(40001, "invalid credential, access_token is invalid or not latest");
        }
        if (!world.clock().instant().isBefore(token.expiresAt)) {
            throw new WeChatRefusal(42001, "access_token expired");
        }
    }

    private Token renew(String kind) {
        Instant now = world.clock().instant();
        Token before = newest.get(kind);
        shorten(before, now.plus(GRACE));
        Token made = new Token(Ids.letters("96_", 136), kind, now.plus(LIFE));
        keep(made);
        world.journal().add("token.issued", made);
        return made;
    }

    private void shorten(@Nullable Token before, Instant end) {
        if (before != null && before.expiresAt.isAfter(end)) {
            Token ending = new Token(before.token, before.kind, end);
            tokens.put(ending.token, ending);
            world.journal().add("token.ending", ending);
        }
    }

    private void keep(Token token) {
        tokens.put(token.token, token);
        Token known = newest.get(token.kind);
        if (known == null || !known.expiresAt.isAfter(token.expiresAt)) {
            newest.put(token.kind, token);
        }
    }
}
