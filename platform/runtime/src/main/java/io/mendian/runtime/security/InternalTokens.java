package io.mendian.runtime.security;

import io.mendian.kernel.StoreId;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The 60-second tokens that callers inside the platform carry: EdDSA, one key pair per issuer, audience = the service
 * called. The gateway may speak for everybody; a service only for itself, as a machine.
 */
public final class InternalTokens {

    public static final String GATEWAY = "gateway";
    private static final int LIFETIME_SECONDS = 60;
    private static final int SKEW_SECONDS = 5;

    private final String self;
    private final PrivateKey ownKey;
    private final Map<String, PublicKey> issuers;
    private final Clock clock;
    private final Map<String, Minted> minted = new ConcurrentHashMap<>();
    private final VerifiedTokens verified = new VerifiedTokens();

    private record Minted(String token, long expires) {}

    /** What a token is worth. */
    sealed interface Verdict {

        /** Signed by who may speak for this caller, and fresh. */
        record Known(Caller caller) implements Verdict {}

        /** As good as {@link Known} but so many seconds too old: two clocks differ, or it was under way for that long. */
        record Stale(String issuer, long seconds) implements Verdict {}

        /** Forged, or meant for another service. */
        record Worthless() implements Verdict {}
    }

    private static final Verdict WORTHLESS = new Verdict.Worthless();

    public InternalTokens(String self, Path keys, Clock clock) {
        this(self, KeyFiles.privateKey(keys.resolve(self + ".key")), KeyFiles.publicKeys(keys), clock);
    }

    public InternalTokens(String self, PrivateKey ownKey, Map<String, PublicKey> issuers, Clock clock) {
        this.self = self;
        this.ownKey = ownKey;
        this.issuers = Map.copyOf(issuers);
        this.clock = clock;
    }

    /** A token by which this service names itself to another; reused for half of its life. */
    public String machineToken(String audience) {
        long now = clock.instant().getEpochSecond();
        Minted known = minted.get(audience);
        if (known != null && known.expires - now > LIFETIME_SECONDS / 2) {
            return known.token;
        }
        String token = issue(Caller.machine(self), audience);
        minted.put(audience, new Minted(token, now + LIFETIME_SECONDS));
        return token;
    }

    public String issue(Caller caller, String audience) {
        long now = clock.instant().getEpochSecond();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(self);
        claims.setAudience(audience);
        claims.setSubject(caller.subject());
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + LIFETIME_SECONDS));
        claims.setClaim("realm", caller.realm().name());
        if (caller.store() != null) {
            claims.setClaim("store", caller.store().text());
        }
        claims.setClaim("chain", caller.chainWide());
        claims.setClaim("stores", caller.stores().stream().map(StoreId::text).toList());
        claims.setClaim("rights", caller.rights().stream().map(Enum::name).toList());
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(self);
        jws.setKey(ownKey);
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** The caller a token names, or null when it is forged, stale, or meant for another service. */
    public @Nullable Caller verify(String token) {
        return judge(token) instanceof Verdict.Known(Caller caller) ? caller : null;
    }

    Verdict judge(String token) {
        Caller known = verified.find(token, clock.instant().getEpochSecond());
        return known != null ? new Verdict.Known(known) : read(token);
    }

    private Verdict read(String token) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(
                    new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            jws.setCompactSerialization(token);
            String issuer = jws.getKeyIdHeaderValue();
            PublicKey key = issuer == null ? null : issuers.get(issuer);
            if (issuer == null || key == null) {
                return WORTHLESS;
            }
            jws.setKey(key);
            return jws.verifySignature() ? judge(token, issuer, JwtClaims.parse(jws.getPayload())) : WORTHLESS;
        } catch (JoseException | InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return WORTHLESS;
        }
    }

    private Verdict judge(String token, String issuer, JwtClaims claims) throws MalformedClaimException {
        Caller caller = caller(claims);
        boolean speaksForItself =
                caller.realm() == Realm.MACHINE && caller.subject().equals(issuer);
        if (!claims.getAudience().contains(self)
                || !issuer.equals(claims.getIssuer())
                || !(issuer.equals(GATEWAY) || speaksForItself)) {
            return WORTHLESS;
        }
        long now = clock.instant().getEpochSecond();
        long lastSecond = claims.getExpirationTime().getValue() + SKEW_SECONDS;
        if (lastSecond < now) {
            return new Verdict.Stale(issuer, now - lastSecond);
        }
        verified.keep(token, caller, lastSecond, now);
        return new Verdict.Known(caller);
    }

    private static Caller caller(JwtClaims claims) throws MalformedClaimException {
        String store = claims.getStringClaimValue("store");
        Set<StoreId> stores = new HashSet<>();
        for (String id : strings(claims, "stores")) {
            stores.add(StoreId.parse(id));
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String right : strings(claims, "rights")) {
            rights.add(Right.valueOf(right));
        }
        return new Caller(
                Realm.valueOf(claims.getStringClaimValue("realm")),
                claims.getSubject(),
                store == null ? null : StoreId.parse(store),
                Boolean.TRUE.equals(claims.getClaimValue("chain", Boolean.class)),
                stores,
                rights);
    }

    private static List<String> strings(JwtClaims claims, String name) throws MalformedClaimException {
        List<String> values = claims.getStringListClaimValue(name);
        return values == null ? new ArrayList<>() : values;
    }
}
