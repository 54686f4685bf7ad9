package io.mendian.member.share;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.crypto.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs and reads share links: campaign, member key and a seal; nobody makes one for somebody else. */
@Component
class ShareLinks {

    private static final int RADIX = 36;
    private static final int SEAL = 20;

    private final FieldCipher cipher;

    ShareLinks(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Whose link of which campaign. */
    record Read(String campaign, MemberKey sharer) {}

    String of(String campaign, MemberKey sharer) {
        return campaign + "." + Long.toString(sharer.value(), RADIX) + "." + seal(campaign, sharer);
    }

    /** Empty when the seal is not ours. */
    Optional<Read> read(String link) {
        String[] parts = link.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9a-z]{1,13}")) {
            return Optional.empty();
        }
        MemberKey sharer;
        try {
            sharer = MemberKey.of(Long.parseLong(parts[1], RADIX));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        byte[] expected = seal(parts[0], sharer).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))
                ? Optional.of(new Read(parts[0], sharer))
                : Optional.empty();
    }

    private String seal(String campaign, MemberKey sharer) {
        return cipher.blindIndex("share_link", campaign + ":" + sharer.text()).substring(0, SEAL);
    }
}
