package io.mendian.runtime.web;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an id from its decimal string. */
final class TypedIdDeserializer<T> extends ValueDeserializer<T> {

    private final LongFunction<T> of;

    TypedIdDeserializer(LongFunction<T> of) {
        this.of = of;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getValueAsString();
        try {
            return of.apply(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return (T)
                    context.handleWeirdStringValue(handledType(), String.valueOf(text), "an id is a string of digits");
        }
    }
}
