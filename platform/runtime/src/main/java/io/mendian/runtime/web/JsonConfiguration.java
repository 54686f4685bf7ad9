package io.mendian.runtime.web;

import io.mendian.kernel.TypedId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.module.SimpleModule;

/** JSON as the API promises it: ids are strings, instants ISO-8601, unknown fields ignored, numbers never from fractions. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
public class JsonConfiguration {

    /** The longest JSON number or name accepted; keeps hostile bodies from costing time. */
    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNumberLength(30)
            .maxNestingDepth(50)
            .build();

    @Bean
    JsonMapperBuilderCustomizer mendianJson() {
        return builder -> builder.addModule(typedIds())
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    static SimpleModule typedIds() {
        SimpleModule module = new SimpleModule("mendian-ids");
        module.addSerializer(TypedId.class, new TypedIdSerializer());
        module.addDeserializer(
                io.mendian.kernel.MemberKey.class, new TypedIdDeserializer<>(io.mendian.kernel.MemberKey::of));
        module.addDeserializer(
                io.mendian.kernel.StoreId.class, new TypedIdDeserializer<>(io.mendian.kernel.StoreId::of));
        module.addDeserializer(
                io.mendian.kernel.StaffId.class, new TypedIdDeserializer<>(io.mendian.kernel.StaffId::of));
        module.addDeserializer(io.mendian.kernel.SkuId.class, new TypedIdDeserializer<>(io.mendian.kernel.SkuId::of));
        module.addDeserializer(
                io.mendian.kernel.OrderId.class, new TypedIdDeserializer<>(io.mendian.kernel.OrderId::of));
        module.addDeserializer(io.mendian.kernel.HoldId.class, new TypedIdDeserializer<>(io.mendian.kernel.HoldId::of));
        return module;
    }

    private static final class TypedIdSerializer extends ValueSerializer<TypedId> {
        @Override
        public void serialize(TypedId id, JsonGenerator out, SerializationContext context) {
            out.writeString(id.text());
        }
    }
}
