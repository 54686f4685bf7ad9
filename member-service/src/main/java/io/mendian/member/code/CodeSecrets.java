package io.mendian.member.code;

import io.mendian.runtime.crypto.FieldCipher;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes sessions and codes, and the keyed hashes under which they are kept: a plain hash of six digits hides nothing. */
@Component
class CodeSecrets {

    private final SecureRandom random = new SecureRandom();
    private final FieldCipher cipher;

    CodeSecrets(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String newSession() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    String newCode() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    }

    String sessionHash(String session) {
        return cipher.blindIndex("code.session", session);
    }

    String codeHash(String session, String code) {
        return cipher.blindIndex("code.code", session + ":" + code);
    }

    String phoneIndex(String phone) {
        return cipher.blindIndex("code.phone", phone);
    }

    String addressIndex(String address) {
        return cipher.blindIndex("code.address", address);
    }
}
