package io.mendian.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

class EventListenerContainerTest {

    /** The thread that catches up must not be faster than whoever starts it notes it. */
    @Test
    void itCatchesUpHoweverFastItsThreadIs() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            CountDownLatch caughtUp = new CountDownLatch(1);
            EventListenerContainer events = new EventListenerContainer(
                    new ConcurrentMessageListenerContainer<>(
                            new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("none")),
                    () -> {
                        caughtUp.countDown();
                        throw new IllegalStateException("nothing is listened to here");
                    });
            events.start();
            assertThat(caughtUp.await(20, TimeUnit.SECONDS)).as("start " + i).isTrue();
            events.stop();
        }
    }
}
