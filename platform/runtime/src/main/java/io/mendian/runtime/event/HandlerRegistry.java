package io.mendian.runtime.event;

import io.mendian.contracts.EventType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** The {@link OnEvent} methods of a service, by event type. */
final class HandlerRegistry {

    private record Handler(Object bean, Method method) {}

    private record Subscription(Class<?> data, List<Handler> handlers) {}

    private final Map<String, Subscription> byType = new HashMap<>();
    private final Set<String> topics = new TreeSet<>();
    private final Set<KnownTypes.Type> types = new HashSet<>();
    private final JsonMapper json;

    HandlerRegistry(ListableBeanFactory beans, JsonMapper json) {
        this.json = json;
        for (Object bean : beans.getBeansWithAnnotation(EventHandlers.class).values()) {
            for (Method method : AopUtils.getTargetClass(bean).getDeclaredMethods()) {
                if (method.isAnnotationPresent(OnEvent.class)) {
                    register(bean, method);
                }
            }
        }
    }

    private void register(Object bean, Method method) {
        if (method.getParameterCount() != 1
                || !(method.getGenericParameterTypes()[0] instanceof ParameterizedType event)
                || event.getRawType() != Event.class
                || !(event.getActualTypeArguments()[0] instanceof Class<?> data)) {
            throw new IllegalStateException(method + " must take one Event<…>");
        }
        EventType type = data.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(data + " lacks @EventType");
        }
        method.setAccessible(true);
        topics.add(type.topic());
        types.add(new KnownTypes.Type(type.topic(), type.type()));
        byType.computeIfAbsent(type.type(), name -> new Subscription(data, new ArrayList<>()))
                .handlers()
                .add(new Handler(bean, method));
    }

    Set<String> topics() {
        return topics;
    }

    Set<KnownTypes.Type> types() {
        return types;
    }

    boolean knows(String type) {
        return byType.containsKey(type);
    }

    void handle(IncomingEvent event) {
        Subscription subscription = byType.get(event.type());
        if (subscription == null) {
            return;
        }
        Object data = json.readValue(event.payload(), subscription.data());
        Event<?> arrived = new Event<>(event.id(), event.topic(), event.key(), event.sequence(), event.time(), data);
        for (Handler handler : subscription.handlers()) {
            try {
                handler.method().invoke(handler.bean(), arrived);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
