package io.mendian.runtime.event;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Catches up and starts listening when the application is ready, and stops first when it goes. */
final class EventListenerContainer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventListenerContainer.class);
    private static final long BETWEEN_TRIES_SECONDS = 2;

    private final @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;
    private final Runnable catchUp;
    private volatile @Nullable Thread starter;

    EventListenerContainer(@Nullable ConcurrentMessageListenerContainer<String, byte[]> container, Runnable catchUp) {
        this.container = container;
        this.catchUp = catchUp;
    }

    /** In a thread of its own: neither broker nor history keeps the service from answering. */
    @Override
    public synchronized void start() {
        if (container != null && starter == null) {
            // known before it runs: it goes on only while it is the one
            Thread thread = Thread.ofPlatform().name("events-begin").daemon().unstarted(this::begin);
            starter = thread;
            thread.start();
        }
    }

    private void begin() {
        while (starter == Thread.currentThread()) {
            try {
                catchUp.run();
                listen();
                return;
            } catch (RuntimeException e) {
                LOG.warn("events are listened to later: {}", e.toString());
            }
            try {
                TimeUnit.SECONDS.sleep(BETWEEN_TRIES_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void listen() {
        if (container != null && starter == Thread.currentThread()) {
            container.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread thread = starter;
        starter = null;
        if (thread != null) {
            thread.interrupt();
        }
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }
}
