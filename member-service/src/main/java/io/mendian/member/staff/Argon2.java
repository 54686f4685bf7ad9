package io.mendian.member.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in its usual text form, 19 MiB, two passes, one lane (OWASP). The memory of a hash is kept for the next one: thrown away
 * each time, it would fill the old generation with every fourth login.
 */
final class Argon2 {

    static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Beside its memory a computation needs a few blocks to work with. */
    private static final int WORKING_BLOCKS = 8;

    private static final Pattern TEXT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Argon2BytesGenerator.BlockPool blocks =
            new Argon2BytesGenerator.FixedBlockPool(MEMORY_KIB + WORKING_BLOCKS);
    private final SecureRandom random = new SecureRandom();

    /** Hashes with a salt of its own. */
    String encode(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = hash(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Compares with the parameters that the hash names, whatever they are today; what is no such hash matches nothing. */
    boolean matches(String password, String encoded) {
        Matcher text = TEXT.matcher(encoded);
        if (!text.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(text.group(4));
        byte[] expected = Base64.getDecoder().decode(text.group(5));
        byte[] hash = hash(
                password,
                salt,
                Integer.parseInt(text.group(1)),
                Integer.parseInt(text.group(2)),
                Integer.parseInt(text.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, hash);
    }

    private byte[] hash(String password, byte[] salt, int memoryKib, int passes, int lanes, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(blocks)
                .build());
        byte[] hash = new byte[bytes];
        int ignored = generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
