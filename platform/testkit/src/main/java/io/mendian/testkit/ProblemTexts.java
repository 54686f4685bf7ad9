package io.mendian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemBody;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cashier reads when something is refused: amounts in the main unit, in Chinese and in English alike. */
final class ProblemTexts {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private ProblemTexts() {}

    static void check(JavaClasses classes) {
        classes.stream()
                .filter(each -> each.isAssignableTo(Problem.class) && each.isEnum())
                .flatMap(each -> List.of(each.reflect().getEnumConstants()).stream())
                .map(Problem.class::cast)
                .forEach(ProblemTexts::check);
    }

    private static void check(Problem problem) {
        Set<String> amounts = amounts(problem.zh());
        assertThat(amounts(problem.en()))
                .as("amounts in the texts of " + problem)
                .isEqualTo(amounts);
        String zh = told(problem, amounts, Locale.SIMPLIFIED_CHINESE);
        String en = told(problem, amounts, Locale.ENGLISH);
        assertThat(en).as("the text of " + problem).doesNotContain("smallest unit", "1250");
        assertThat(zh).as("the text of " + problem).doesNotContain("（分", "元 分", "1250");
        if (!amounts.isEmpty()) {
            assertThat(zh).contains("12.50 元");
            assertThat(en).contains("12.50 CNY");
        }
    }

    private static String told(Problem problem, Set<String> amounts, Locale locale) {
        Map<String, Object> facts = new HashMap<>();
        amounts.forEach(name -> facts.put(name, 1250));
        return ProblemBody.of(problem, facts, List.of(), locale, io.mendian.kernel.Money.CNY)
                .detail();
    }

    private static Set<String> amounts(String text) {
        Set<String> names = new TreeSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (places.group(1).endsWith("Minor")) {
                names.add(places.group(1));
            }
        }
        return names;
    }
}
