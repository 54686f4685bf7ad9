package io.mendian.member.login;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes ended tokens out of the gateway's cache once the transaction is committed. Redis is a hint: when it is away the
 * cached answers end by themselves within a minute.
 */
@Component
class TokenHints {

    private static final Logger LOG = LoggerFactory.getLogger(TokenHints.class);
    private static final String KEY = "mendian:token:";

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
            redis.delete(hashes.stream().map(hash -> KEY + hash).toList());
        } catch (DataAccessException e) {
            LOG.warn("Redis did not take {} ended tokens out of its cache: {}", hashes.size(), e.toString());
        }
    }
}
