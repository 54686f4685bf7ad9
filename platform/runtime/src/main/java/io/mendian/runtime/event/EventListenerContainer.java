package io.mendian.runtime.event;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Starts listening when the application is ready and stops first when it goes. */
final class EventListenerContainer implements SmartLifecycle {

    private final @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

    EventListenerContainer(@Nullable ConcurrentMessageListenerContainer<String, byte[]> container) {
        this.container = container;
    }

    @Override
    public void start() {
        if (container != null) {
            container.start();
        }
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return container != null && container.isRunning();
    }
}
