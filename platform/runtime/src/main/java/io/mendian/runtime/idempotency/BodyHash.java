package io.mendian.runtime.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mendian.runtime.idempotency.IdempotencyStore.Entry;
import io.mendian.runtime.idempotency.IdempotencyStore.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * By what a request is known again. A field that is not there does not count, so that a request that was begun by the version
 * before, which did not know the field, is the same request still.
 */
final class BodyHash {

    /** Hexadecimal numbers do not begin with it: those were kept by versions in which absent fields counted. */
    private static final char FORM = 'n';

    private final JsonMapper json;

    BodyHash(JsonMapper json) {
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Of the body and whatever of the path counts. */
    String of(List<Object> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(json.writeValueAsBytes(part)));
            return marked(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String marked(String hash) {
        return FORM + hash.substring(1);
    }

    /** Whether the key was used for something else; of what an older version kept nobody can say so. */
    static boolean differs(Entry before, Request now) {
        return before.bodyHash().charAt(0) == FORM && !before.bodyHash().equals(now.bodyHash());
    }
}
