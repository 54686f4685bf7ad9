package io.mendian.marketing.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.Money;
import io.mendian.kernel.SkuId;
import io.mendian.marketing.benefit.AllKinds;
import io.mendian.marketing.pricing.Stacking.Exclusive;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes the worked examples of docs/pricing.md. */
class PricingExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```pricing\\n(.*?)```");

    static Stream<String> examples() throws IOException {
        String document = Files.readString(Path.of("../docs/pricing.md"));
        return BLOCK.matcher(document).results().map(block -> block.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDocumentSaysWhatTheCalculationDoes(String example) {
        Reader reader = new Reader();
        List<String> lines = example.lines().toList();
        lines.stream().filter(line -> !line.startsWith("=>")).forEach(reader::read);
        Quote quote = new Pricing(50_000).quote(reader.basket());
        lines.stream()
                .filter(line -> line.startsWith("=>"))
                .forEach(line -> reader.expect(line.substring(3).split(" "), quote));
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(12);
    }

    /** Reads the few words of an example. */
    private static final class Reader {
        private final List<BasketLine> lines = new ArrayList<>();
        private final Map<String, Offer> offers = new LinkedHashMap<>();
        private PointsTerms points = PointsTerms.NONE;
        private long level = 1000;
        private Customer customer = new Customer(true, "GOLD", Set.of(), 0L, "POS", Set.of());
        private final List<Fee> fees = new ArrayList<>();
        private CashRounding rounding = CashRounding.NONE;

        void read(String line) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "line" -> line(words[1], values(words));
                case "level" -> level = Long.parseLong(words[1]);
                case "points" -> points(values(words));
                case "payWith" -> customer = customer.payingWith(Set.of(words[1].split(",")));
                case "service" -> fees.add(Fees.service(Long.parseLong(words[1]), words[2].equals("LIST")));
                case "rounding" ->
                    rounding = new CashRounding(
                            CashRounding.Mode.valueOf(words[1]),
                            Long.parseLong(words[2]),
                            words.length > 3 && words[3].equals("cashOnly"));
                case "promotion" -> offer(Offer.Layer.PROMOTION, words[1], words[2], values(words));
                case "coupon" -> offer(Offer.Layer.COUPON, words[1], words[2], values(words));
                default -> throw new IllegalArgumentException(line);
            }
        }

        Basket basket() {
            return new Basket(
                    Baskets.STORE,
                    Baskets.NOW,
                    Money.CNY,
                    lines,
                    customer,
                    level,
                    List.copyOf(offers.values()),
                    false,
                    points,
                    new Charges(Rounding.PIECE, fees, rounding));
        }

        void expect(String[] words, Quote quote) {
            String claim = String.join(" ", words) + " in " + quote;
            switch (words[0]) {
                case "payable" -> assertThat(quote.payableMinor()).as(claim).isEqualTo(minor(words[1]));
                case "fees" -> assertThat(quote.feesMinor()).as(claim).isEqualTo(minor(words[1]));
                case "rounding" -> assertThat(quote.roundingMinor()).as(claim).isEqualTo(minor(words[1]));
                case "pointsUsed" -> assertThat(quote.pointsUsed()).as(claim).isEqualTo(Long.parseLong(words[1]));
                case "net" ->
                    assertThat(quote.lines().stream()
                                    .filter(line -> line.line().lineId().equals(words[1])))
                            .as(claim)
                            .singleElement()
                            .satisfies(line -> assertThat(line.netMinor()).isEqualTo(minor(words[2])));
                case "gives" ->
                    assertThat(quote.explanations().stream()
                                    .filter(each -> each.rule().equals(rule(words[1]))))
                            .as(claim)
                            .singleElement()
                            .satisfies(each -> assertThat(each.amountMinor()).isEqualTo(minor(words[2])));
                case "not" ->
                    assertThat(quote.notApplied().stream()
                                    .filter(each -> each.rule().equals(rule(words[1]))))
                            .as(claim)
                            .singleElement()
                            .satisfies(each -> {
                                assertThat(each.code()).isEqualTo(words[2]);
                                assertThat(each.missingMinor()).isEqualTo(words.length > 3 ? minor(words[3]) : null);
                            });
                case "gift" ->
                    assertThat(quote.applied().stream().flatMap(each -> each.gifts().stream()))
                            .as(claim)
                            .containsExactly(new Gift(SkuId.of(Long.parseLong(words[1])), Long.parseLong(words[2])));
                default -> throw new IllegalArgumentException(claim);
            }
        }

        private String rule(String name) {
            return offers.containsKey(name) ? offers.get(name).rule() : name;
        }

        private void line(String id, Map<String, String> values) {
            lines.add(new BasketLine(
                    id,
                    SkuId.of(Long.parseLong(values.get("sku"))),
                    values.getOrDefault("kind", "GOODS"),
                    values.getOrDefault("category", "茶点"),
                    Long.parseLong(values.get("quantity")),
                    minor(values.get("price")),
                    values.containsKey("member") ? minor(values.get("member")) : null,
                    values.containsKey("floor") ? minor(values.get("floor")) : 0,
                    values.containsKey("fixed")));
        }

        private void points(Map<String, String> values) {
            points = new PointsTerms(
                    Long.parseLong(values.get("wanted")),
                    Long.parseLong(values.get("balance")),
                    Long.parseLong(values.get("perUnit")),
                    Long.parseLong(values.get("cap")));
        }

        private void offer(Offer.Layer layer, String name, String kind, Map<String, String> values) {
            Map<String, Object> settings = new HashMap<>();
            values.forEach((key, value) -> settings.put(key, setting(key, value)));
            long id = 100 + offers.size();
            Set<String> tenders = words(values, "tenders");
            Conditions conditions =
                    new Conditions(new Audience(false, Set.of(), Set.of(), tenders, Set.of(), null), null);
            offers.put(
                    name,
                    new Offer(
                            layer == Offer.Layer.COUPON ? layer : Offer.Layer.of(conditions.audience()),
                            id,
                            id,
                            name,
                            AllKinds.rank(kind),
                            AllKinds.benefit(kind, settings),
                            Scope.EVERYTHING,
                            new Stacking(
                                    values.getOrDefault("category", "GENERAL"),
                                    Integer.parseInt(values.getOrDefault("perCategory", "1")),
                                    Exclusive.valueOf(values.getOrDefault("exclusive", "NO")),
                                    values.get("bestOf"),
                                    words(values, "onlyWith"),
                                    words(values, "notWith")),
                            conditions,
                            Baskets.NOW,
                            Baskets.NOW.plusSeconds(60)));
        }

        private static Set<String> words(Map<String, String> values, String key) {
            return values.containsKey(key) ? Set.of(values.get(key).split(",")) : Set.of();
        }

        private static Object setting(String key, String value) {
            if (key.equals("tiers")) {
                return Arrays.stream(value.split(","))
                        .map(tier -> tier.split(":"))
                        .map(tier -> Map.<String, Object>of(
                                tier[0], Long.parseLong(tier[1]), tier[2], Long.parseLong(tier[3])))
                        .toList();
            }
            if (key.equals("items")) {
                return Arrays.stream(value.split(","))
                        .map(item -> item.split(":"))
                        .map(item -> Map.<String, Object>of("skuId", item[0], "quantity", Long.parseLong(item[1])))
                        .toList();
            }
            return value.startsWith("\"")
                    ? value.replace("\"", "")
                    : value.matches("\\d+") ? Long.parseLong(value) : value;
        }

        private static Map<String, String> values(String[] words) {
            Map<String, String> values = new HashMap<>();
            Arrays.stream(words).filter(word -> word.contains("=")).forEach(word -> {
                int equals = word.indexOf('=');
                values.put(word.substring(0, equals), word.substring(equals + 1));
            });
            return values;
        }

        private static long minor(String amount) {
            return new BigDecimal(amount).movePointRight(2).longValueExact();
        }
    }
}
