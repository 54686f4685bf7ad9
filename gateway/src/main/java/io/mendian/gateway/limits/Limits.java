package io.mendian.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.mendian.runtime.security.Realm;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** A bucket of requests per caller, in this gateway's memory: a limit protects the house, it is not an account. */
@Component
public class Limits {

    /** Requests per second that refill a bucket; a bucket holds ten seconds' worth. */
    @ConfigurationProperties("mendian.limits")
    public record Rates(
            @DefaultValue("50") int anonymous,
            @DefaultValue("50") int member,
            @DefaultValue("200") int staff,
            @DefaultValue("500") int hq) {}

    private final Rates rates;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    Limits(Rates rates) {
        this.rates = rates;
    }

    public boolean allows(String principal, @Nullable Realm realm) {
        return buckets.get(principal, any -> bucket(rate(realm))).tryConsume(1);
    }

    private int rate(@Nullable Realm realm) {
        if (realm == null) {
            return rates.anonymous();
        }
        return switch (realm) {
            case MEMBER -> rates.member();
            case STAFF -> rates.staff();
            case HQ, MACHINE -> rates.hq();
        };
    }

    private static Bucket bucket(int perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond * 10L).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
