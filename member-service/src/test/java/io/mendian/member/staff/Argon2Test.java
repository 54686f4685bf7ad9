package io.mendian.member.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class Argon2Test {

    private final Argon2 argon2 = new Argon2();

    @Test
    void readsWhatSpringWroteAndTheOtherWayRound() {
        Argon2PasswordEncoder spring = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
        String password = "密码 pässword 9";

        assertThat(argon2.matches(password, spring.encode(password))).isTrue();
        assertThat(spring.matches(password, argon2.encode(password))).isTrue();
        assertThat(argon2.matches(password + " ", spring.encode(password))).isFalse();
        assertThat(argon2.encode(password)).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$.{22}\\$.{43}");
    }

    @Test
    void aHashWithOtherParametersIsReadWithThem() {
        String weaker = new Argon2PasswordEncoder(16, 24, 2, 7_168, 5).encode("a password");
        String stronger = new Argon2PasswordEncoder(16, 32, 1, 32_768, 3).encode("a password");

        assertThat(argon2.matches("a password", weaker)).isTrue();
        assertThat(argon2.matches("a password", stronger)).isTrue();
        assertThat(argon2.matches("A password", stronger)).isFalse();
    }

    @Test
    void theSamePasswordIsNeverHashedToTheSameText() {
        assertThat(argon2.encode("a password")).isNotEqualTo(argon2.encode("a password"));
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        assertThat(argon2.matches("", "")).isFalse();
        assertThat(argon2.matches("x", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ"))
                .isFalse();
        assertThat(argon2.matches("x", "$2a$10$abcdefghijklmnopqrstuv")).isFalse();
    }

    @Test
    void theNextHashTakesTheMemoryOfTheLastOne() {
        String encoded = argon2.encode("a password");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(argon2.matches("a password", encoded)).isTrue();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(Argon2.MEMORY_KIB * 1024L / 10);
    }
}
