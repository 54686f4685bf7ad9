package io.mendian.chain.next;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A version whose events say one thing more than those of the version before: every event has a field that nobody knows yet. */
@AutoConfiguration
public class NextVersion {

    /** The field. */
    public static final String FIELD = "saidSinceTheNextVersion";

    /** An agent only to be on the class path. */
    public static void premain(String arguments) {
        System.out.println("this is the next version");
    }

    @Bean
    static BeanPostProcessor everyEventSaysMore() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Producer<?, ?> producer ? sayingMore(producer) : bean;
            }
        };
    }

    private static Object sayingMore(Producer<?, ?> producer) {
        return Proxy.newProxyInstance(
                NextVersion.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    @Nullable Object[] given = arguments == null ? new Object[0] : arguments.clone();
                    if (method.getName().equals("send")
                            && given[0] instanceof ProducerRecord<?, ?> event
                            && event.value() instanceof byte[] payload) {
                        given[0] = new ProducerRecord<>(
                                event.topic(), event.partition(), event.key(), more(payload), event.headers());
                    }
                    try {
                        return method.invoke(producer, given);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }

    private static byte[] more(byte[] payload) {
        String json = new String(payload, StandardCharsets.UTF_8);
        return json.matches("(?s)\\{.+\\}")
                ? (json.substring(0, json.length() - 1) + ",\"" + FIELD + "\":{\"number\":2}}")
                        .getBytes(StandardCharsets.UTF_8)
                : payload;
    }
}
