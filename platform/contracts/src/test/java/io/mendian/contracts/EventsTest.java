package io.mendian.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each event has a sample and a schema, and all three say the same; asyncapi.yaml lists exactly the events. */
class EventsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(ids())
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** A name of a thing is no personal data; in any other record a name would be a person's. */
    private static final Set<String> NAMED_THINGS =
            Set.of("StoreOpened", "StoreChanged", "SkuPublished", "OrderLine", "RefundLine");

    static List<Class<?>> events() {
        return Events.published();
    }

    @Test
    void thereAreEvents() {
        assertThat(events()).hasSizeGreaterThan(20).allMatch(Class::isRecord);
        assertThat(events().stream().map(event -> Events.typeOf(event).type())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleFitsTheSchema(Class<?> event) {
        assertThat(problems(event, sample(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleBecomesTheRecordAndBackAndLosesNothing(Class<?> event) {
        JsonNode sample = JSON.readTree(sample(event));
        Object read = JSON.treeToValue(sample, event);
        JsonNode written = JSON.readTree(JSON.writeValueAsString(read));
        assertThat(written).isEqualTo(sample);
        assertThat(problems(event, JSON.writeValueAsString(read))).isEmpty();
        assertThat(((DomainEvent) read).key()).isNotBlank().hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaHasTheFieldsOfTheRecordAndAllowsMore(Class<?> event) {
        JsonNode schema = JSON.readTree(schema(event));
        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asString()).isEqualTo(event.getSimpleName());
        assertSameFields(event, schema, schema, new HashSet<>());
    }

    @ParameterizedTest
    @MethodSource("events")
    void aMissingFieldAndAWrongTypeAreRefusedAndANewFieldIsNot(Class<?> event) {
        ObjectNode sample = (ObjectNode) JSON.readTree(sample(event));
        assertThat(problems(event, sample.deepCopy().put("fieldOfTomorrow", 1).toString()))
                .isEmpty();
        for (RecordComponent field : event.getRecordComponents()) {
            ObjectNode wrong = sample.deepCopy();
            wrong.putObject(field.getName());
            assertThat(problems(event, wrong.toString())).as("%s as {}", field).isNotEmpty();
            if (!isNullable(field)) {
                ObjectNode less = sample.deepCopy();
                less.remove(field.getName());
                assertThat(problems(event, less.toString()))
                        .as("without %s", field)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noEventHoldsPersonalData() {
        List<String> personal = new ArrayList<>();
        for (Class<?> type : Events.records()) {
            for (RecordComponent field : type.getRecordComponents()) {
                String name = field.getName().toLowerCase(java.util.Locale.ROOT);
                boolean ofAPerson = name.matches(
                        ".*(phone|mobile|openid|unionid|email|birth|address|idcard|idnumber|nickname|avatar|gender|surname).*");
                boolean named = name.endsWith("name") && !NAMED_THINGS.contains(type.getSimpleName());
                if (ofAPerson || named) {
                    personal.add(type.getSimpleName() + "." + field.getName());
                }
            }
        }
        assertThat(personal).isEmpty();
    }

    @Test
    void asyncapiListsExactlyTheEvents() {
        JsonNode document = YAMLMapper.builder().build().readTree(resource("asyncapi.yaml"));
        assertThat(document.path("asyncapi").asString()).startsWith("3.");
        Set<String> told = new TreeSet<>();
        document.path("channels").forEachEntry((topic, channel) -> {
            assertThat(channel.path("address").asString()).isEqualTo(topic);
            channel.path("messages").forEachEntry((name, reference) -> {
                assertThat(reference.path("$ref").asString()).isEqualTo("#/components/messages/" + name);
                JsonNode message = document.path("components").path("messages").path(name);
                String type = message.path("name").asString();
                assertThat(message.path("payload").path("schema").path("$ref").asString())
                        .isEqualTo("schemas/" + type + ".json");
                told.add(topic + " " + type + " " + name);
            });
        });
        assertThat(told)
                .isEqualTo(events().stream()
                        .map(event -> Events.typeOf(event).topic() + " "
                                + Events.typeOf(event).type() + " " + event.getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void assertSameFields(Class<?> type, JsonNode schema, JsonNode root, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        assertThat(schema.path("additionalProperties").asBoolean(false))
                .as(type.getName())
                .isTrue();
        assertThat(schema.path("properties").propertyNames())
                .as(type.getName())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        assertThat(required)
                .as(type.getName())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .filter(field -> !isNullable(field))
                        .map(RecordComponent::getName)
                        .toList());
        for (RecordComponent field : type.getRecordComponents()) {
            Class<?> part = partOf(field.getGenericType());
            if (part.isRecord() && !TypedId.class.isAssignableFrom(part)) {
                assertSameFields(part, root.path("$defs").path(part.getSimpleName()), root, seen);
            }
        }
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Class<?> partOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return (Class<?>) list.getActualTypeArguments()[0];
        }
        return (Class<?>) type;
    }

    private static List<Error> problems(Class<?> event, String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(event), InputFormat.JSON);
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String sample(Class<?> event) {
        return resource("samples/" + Events.typeOf(event).type() + ".json");
    }

    private static String schema(Class<?> event) {
        return resource("schemas/" + Events.typeOf(event).type() + ".json");
    }

    private static String resource(String name) {
        try (InputStream in = EventsTest.class.getResourceAsStream("/" + name)) {
            assertThat(in).as(name + " is missing").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(TypedId.class, new ValueSerializer<>() {
            @Override
            public void serialize(TypedId id, JsonGenerator out, SerializationContext context) {
                out.writeString(id.text());
            }
        });
        module.addDeserializer(StoreId.class, id(StoreId::of));
        module.addDeserializer(MemberKey.class, id(MemberKey::of));
        module.addDeserializer(StaffId.class, id(StaffId::of));
        module.addDeserializer(SkuId.class, id(SkuId::of));
        module.addDeserializer(OrderId.class, id(OrderId::of));
        return module;
    }

    private static <T> ValueDeserializer<T> id(LongFunction<T> of) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return of.apply(Long.parseLong(parser.getValueAsString()));
            }
        };
    }
}
