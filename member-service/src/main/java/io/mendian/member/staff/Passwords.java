package io.mendian.member.staff;

import io.mendian.runtime.problem.CommonProblem;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with {@link Argon2}, one after the other in the order they came: a hash takes memory, and a crowd at
 * the login no more than one processor from those who sell. Whoever waits too long is told to come back.
 */
@Component
public class Passwords {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final long MOST_WAIT_SECONDS = 5;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Set<String> COMMON = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "11111111",
            "00000000",
            "88888888",
            "66666666",
            "password",
            "password1",
            "passw0rd",
            "qwertyui",
            "qwerty123",
            "abc12345",
            "a1234567",
            "iloveyou",
            "admin123");

    private final Argon2 argon2 = new Argon2();
    private final Semaphore seat = new Semaphore(1, true);
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable String nobodys;

    /** Hashes a password that its owner chose; refuses a weak one. */
    public String hashChosen(String password, String login) {
        boolean weak = password.length() < SHORTEST
                || password.length() > LONGEST
                || password.equalsIgnoreCase(login)
                || COMMON.contains(password.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 3;
        if (weak) {
            throw StaffProblem.PASSWORD_TOO_WEAK.with();
        }
        return hash(password);
    }

    public String hash(String password) {
        return seated(() -> argon2.encode(password));
    }

    /** Compares; against no account it takes as long and answers false. */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        String known = nobodys;
        if (known == null) {
            known = hash(generate());
            nobodys = known;
        }
        String against = hash == null ? known : hash;
        boolean matches = seated(() -> argon2.matches(password, against));
        return matches && hash != null;
    }

    /** A password for one use: 16 letters and digits that cannot be mistaken for each other, about 92 bits. */
    public String generate() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private <T> T seated(Supplier<T> work) {
        try {
            if (!seat.tryAcquire(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw CommonProblem.BUSY.with();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.BUSY.with();
        }
        try {
            return work.get();
        } finally {
            seat.release();
        }
    }
}
