package io.mendian.marketing.pricing;

import io.mendian.kernel.TypedId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings of a rule as they came in JSON; whole numbers only. */
public record Settings(Map<String, Object> values) {

    /** A whole number between two bounds, both included. */
    public long number(String field, long least, long most) {
        Long value = read(field);
        if (value == null) {
            throw new InvalidSetting(field, "is missing");
        }
        return within(field, value, least, most);
    }

    public @Nullable Long optional(String field, long least, long most) {
        Long value = read(field);
        return value == null ? null : within(field, value, least, most);
    }

    /** An id, given as a string of digits. */
    public long id(String field) {
        Object value = values.get(field);
        if (value instanceof String text && TypedId.isText(text)) {
            return Long.parseLong(text);
        }
        throw new InvalidSetting(field, "is to be an id: a string of digits");
    }

    /** A list of nested settings, at least one and at most {@code most}. */
    public List<Settings> list(String field, int most) {
        if (!(values.get(field) instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            throw new InvalidSetting(field, "is to be a list of 1 to " + most);
        }
        return list.stream().map(each -> nested(field, each)).toList();
    }

    public String text(String field, List<String> allowed) {
        if (values.get(field) instanceof String text && allowed.contains(text)) {
            return text;
        }
        throw new InvalidSetting(field, "is to be one of " + allowed);
    }

    /** A set of words; absent: empty. */
    public Set<String> words(String field, int most) {
        Object value = values.get(field);
        if (value == null) {
            return Set.of();
        }
        if (!(value instanceof List<?> list)
                || list.size() > most
                || list.stream().anyMatch(each -> !isWord(each))) {
            throw new InvalidSetting(field, "is to be a list of at most " + most + " words");
        }
        return list.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isWord(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= 60;
    }

    @SuppressWarnings("unchecked")
    private static Settings nested(String field, Object each) {
        if (each instanceof Map<?, ?> map) {
            return new Settings((Map<String, Object>) map);
        }
        throw new InvalidSetting(field, "holds something that is not an object");
    }

    private @Nullable Long read(String field) {
        Object value = values.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new InvalidSetting(field, "is to be a whole number");
    }

    private static long within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidSetting(field, "is to be between " + least + " and " + most);
        }
        return value;
    }
}
