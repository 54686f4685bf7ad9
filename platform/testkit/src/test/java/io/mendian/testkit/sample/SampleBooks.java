package io.mendian.testkit.sample;

import io.mendian.runtime.books.Invariant;
import io.mendian.runtime.books.Invariants;
import io.mendian.runtime.books.Rebuild;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** One invariant with accounts that can be on hold. */
@Configuration(proxyBeanMethods = false)
class SampleBooks {

    @Bean
    Invariants sampleInvariants() {
        return Invariants.of(new Invariant("S1 no total is below zero", "account", "sample", """
                SELECT CONCAT('account ', member_key, ': ', total), member_key FROM sample WHERE total < 0
                """).about("SAMPLE"));
    }

    @Bean
    Rebuild sampleRebuild(JdbcTemplate jdbc) {
        return new Rebuild() {
            @Override
            public String kind() {
                return "SAMPLE";
            }

            @Override
            public String rebuild(String subjectId) {
                Long before =
                        jdbc.queryForObject("SELECT total FROM sample WHERE member_key = ?", Long.class, subjectId);
                jdbc.update("UPDATE sample SET total = 0 WHERE member_key = ?", subjectId);
                return "total " + before + " → 0";
            }
        };
    }
}
