package io.mendian.simulation;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** The timers of a service that end or go on with a long process, and how often each runs. */
final class Timers {

    private static final Set<String> TIMERS = Set.of(
            "OrderTimers",
            "PaymentTimers",
            "RefundTimers",
            "HoldTimers",
            "CouponHoldTimers",
            "PromotionBudgetTimers",
            "GrantTimers",
            "SeatTimers",
            "CheckInTimers",
            "EventTimers");
    private static final Set<String> NOT_NOW = Set.of("forgetOld", "watch");

    private static final long MOST_MILLIS = 60_000;

    private Timers() {}

    static List<Node.Task> of(GenericWebApplicationContext context) {
        List<Node.Task> tasks = new ArrayList<>();
        for (String name : context.getBeanDefinitionNames()) {
            Class<?> type = typeOf(context, name);
            if (type == null || !TIMERS.contains(type.getSimpleName())) {
                continue;
            }
            Object bean = context.getBean(name);
            for (Method method : AopUtils.getTargetClass(bean).getDeclaredMethods()) {
                if (AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)
                        && !NOT_NOW.contains(method.getName())) {
                    method.setAccessible(true);
                    tasks.add(new Node.Task(
                            type.getSimpleName() + "." + method.getName(), every(method), () -> invoke(bean, method)));
                }
            }
        }
        return tasks;
    }

    private static long every(Method method) {
        Scheduled when = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, Scheduled.class));
        String text = when.fixedDelayString();
        long millis = text.isEmpty() ? when.fixedDelay() : Duration.parse(text).toMillis();
        if (millis <= 0 || millis > MOST_MILLIS) {
            throw new IllegalStateException(method + " is no timer of a long process: " + millis);
        }
        return millis;
    }

    private static @Nullable Class<?> typeOf(GenericWebApplicationContext context, String name) {
        return context.getType(name);
    }

    private static void invoke(Object bean, Method method) {
        try {
            method.invoke(bean);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
