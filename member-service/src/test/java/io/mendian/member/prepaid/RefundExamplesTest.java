package io.mendian.member.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Executes the worked examples of {@code docs/refunds.md}. */
class RefundExamplesTest {

    private static final Path DOCUMENT = Path.of("../docs/refunds.md");

    @TestFactory
    Stream<DynamicTest> theDocumentSaysWhatTheCalculationAnswers() throws IOException {
        List<String> blocks = Pattern.compile("```refund\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(10);
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(block.lines().findFirst().orElseThrow(), () -> check(block)));
    }

    @Test
    void theDocumentNamesItsSources() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains("Supreme People's Court", "2025-05-01", "MOFCOM order 9 of 2012");
    }

    private static void check(String block) {
        Map<String, String> given = new HashMap<>();
        for (String line : block.lines().toList()) {
            String[] words = line.split(" ", 2);
            given.put(words[0], words.length == 1 ? "" : words[1]);
        }
        for (RefundCause cause : RefundCause.values()) {
            String wanted =
                    given.get(cause.name().toLowerCase(java.util.Locale.ROOT)).replace("=> ", "");
            RefundResult result = RefundCalculator.reckon(what(given), cause, policy(given));
            assertThat(BigDecimal.valueOf(result.refundMinor(), 2) + " " + result.formula())
                    .as(block)
                    .isEqualTo(wanted);
            assertThat(result.steps()).hasSizeGreaterThan(1);
        }
    }

    private static RefundCase what(Map<String, String> given) {
        long paid = fen(given.get("paid"));
        return new RefundCase(
                paid,
                paid + fen(given.get("given")),
                fraction(given.get("consumed")),
                fraction(given.get("list")),
                given.containsKey("untouched"),
                LocalDate.parse(given.get("paid-on")),
                LocalDate.parse(given.get("asked-on")));
    }

    private static RefundPolicy policy(Map<String, String> given) {
        return new RefundPolicy(
                "EXAMPLE",
                Integer.parseInt(given.getOrDefault("cooling-off", "7")),
                RefundPolicy.ConsumerTerms.valueOf(given.getOrDefault("policy", "UNDISCOUNTED")),
                1000,
                "example");
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    private static Fraction fraction(String text) {
        String[] parts = text.split(" \\* ");
        Fraction value = Fraction.of(fen(parts[0]));
        if (parts.length == 1) {
            return value;
        }
        String[] share = parts[1].split("/");
        return value.times(Fraction.of(Long.parseLong(share[0]), Long.parseLong(share[1])));
    }
}
