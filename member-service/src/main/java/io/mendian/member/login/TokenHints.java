package io.mendian.member.login;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Once the transaction is committed, puts a word in the place of what the gateway's cache says of tokens that ended or
 * whose rights changed: ask, and keep nothing. It stays longer than any look-up lasts, so one that began before the commit
 * cannot put its old answer back. Redis is a hint: when it is away the cached answers end by themselves within a minute.
 */
@Component
class TokenHints {

    private static final Logger LOG = LoggerFactory.getLogger(TokenHints.class);
    private static final String KEY = "mendian:token:";
    private static final String ASK = "ask";
    private static final Duration LONGER_THAN_A_LOOK_UP = Duration.ofSeconds(10);

    private final StringRedisTemplate redis;

    TokenHints(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void forgetAfterCommit(List<String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget(hashes);
            }
        });
    }

    private void forget(List<String> hashes) {
        try {
            hashes.forEach(hash -> redis.opsForValue().set(KEY + hash, ASK, LONGER_THAN_A_LOOK_UP));
        } catch (DataAccessException e) {
            LOG.warn("Redis did not take {} ended tokens out of its cache: {}", hashes.size(), e.toString());
        }
    }
}
