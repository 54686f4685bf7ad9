package io.mendian.runtime.idempotency;

import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.idempotency.IdempotencyStore.Request;
import java.util.function.Supplier;

/** What is kept of requests and answers that hold a secret: answers encrypted, bodies as a keyed hash. */
final class SecretAnswers {

    private final Supplier<FieldCipher> cipher;

    SecretAnswers(Supplier<FieldCipher> cipher) {
        this.cipher = cipher;
    }

    String seal(Request request, String answer) {
        return cipher.get().encrypt(answer, place(request));
    }

    String open(Request request, String sealed) {
        return cipher.get().decrypt(sealed, place(request));
    }

    /** Without the key nobody can try out what a body may have been. */
    String hash(String bodyHash) {
        return cipher.get().blindIndex("idempotency", bodyHash);
    }

    private static String place(Request request) {
        return "idempotency.answer:" + request.principal() + ":" + request.route() + ":" + request.key();
    }
}
