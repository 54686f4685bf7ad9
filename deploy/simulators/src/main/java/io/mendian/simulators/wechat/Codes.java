package io.mendian.simulators.wechat;

import io.mendian.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The single-use codes that a mini-program gets from WeChat: for a login or for a phone number. They live 5 minutes. */
final class Codes {

    /** A code and what it stands for: an openid (login) or a phone number (phone). */
    record Code(
            String code,
            String kind,
            String subject,
            Instant issuedAt,
            @Nullable Instant usedAt) {}

    /** What became of the attempt to use a code. */
    enum Use {
        TAKEN,
        UNKNOWN,
        USED_BEFORE,
        EXPIRED
    }

    /** The attempt's outcome; the subject is empty unless the code was taken. */
    record Used(Use use, String subject) {}

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    Codes(World world) {
        this.world = world;
        world.journal().restores("code", Code.class, code -> codes.put(code.code, code));
    }

    String issue(String kind, String subject) {
        Code code = new Code(Ids.letters("0", 32), kind, subject, world.clock().instant(), null);
        codes.put(code.code, code);
        world.journal().add("code.issued", code);
        return code.code;
    }

    synchronized Used use(String kind, String given) {
        Code code = codes.get(given);
        Instant now = world.clock().instant();
        if (code == null || !code.kind.equals(kind)) {
            return new Used(Use.UNKNOWN, "");
        }
        if (code.usedAt != null) {
            return new Used(Use.USED_BEFORE, "");
        }
        if (!now.isBefore(code.issuedAt.plus(LIFE))) {
            return new Used(Use.EXPIRED, "");
        }
        Code used = new Code(code.code, kind, code.subject, code.issuedAt, now);
        codes.put(given, used);
        world.journal().add("code.used", used);
        return new Used(Use.TAKEN, code.subject);
    }
}
