package io.mendian.simulation;

import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who wants something: what is not answered he asks again under the same key, sometimes twice at once. */
abstract class Person {

    final World world;
    final Shop shop;
    final History history;
    final Random random;
    final int number;
    private final JsonMapper json;

    /** Where somebody stands in a scene. */
    record Seat(World world, Shop shop, History history, int number) {}

    Person(Seat seat) {
        world = seat.world;
        shop = seat.shop;
        history = seat.history;
        number = seat.number;
        random = world.scheduler().random();
        json = world.json();
    }

    abstract void run();

    /** A request to a service. */
    record Wish(
            String service,
            String verb,
            String path,
            @Nullable Map<String, ?> body,
            Caller caller) {

        static Wish post(String service, String path, Map<String, ?> body, Caller caller) {
            return new Wish(service, "POST", path, body, caller);
        }

        static Wish get(String service, String path, Caller caller) {
            return new Wish(service, "GET", path, null, caller);
        }
    }

    String key(String what) {
        return "visit-" + number + "-" + what;
    }

    boolean oneIn(int of) {
        return random.nextInt(of) == 0;
    }

    void pause(int mostSeconds) {
        world.scheduler().sleep(Duration.ofMillis(1 + random.nextInt(mostSeconds * 1_000)));
    }

    void together(String name, Runnable work) {
        Fiber ignored = world.scheduler().start(null, name + " " + number, work);
    }

    /** Asks until there is an answer, or gives up; nothing when it was refused, too. */
    @Nullable
    JsonNode insist(String key, Wish wish, int tries) {
        Routes.Request request = request(wish, key);
        Node to = world.node(wish.service + "-service");
        if (oneIn(6)) {
            together("the same again: " + key, () -> {
                JsonNode ignored = quietly(() -> world.call(to, request));
            });
        }
        int most = world.chaos().isImpatient() ? 1 + random.nextInt(2) : tries;
        for (int attempt = 0; attempt < most; attempt++) {
            try {
                String answer = world.call(to, request);
                return json.readTree(answer == null ? "{}" : answer);
            } catch (ProblemException e) {
                boolean again = e.problem().status() >= 500
                        || e.problem().name().equals("REQUEST_IN_PROGRESS")
                        || e.problem().name().equals("ORDER_BEING_PLACED");
                if (!again) {
                    history.refused(key, e.problem().name());
                    return null;
                }
            } catch (Wires.NoAnswer e) {
                world.say("asks again: " + key);
            }
            pause(15);
        }
        return null;
    }

    /** Asks once; nothing without an answer. */
    @Nullable
    JsonNode once(Wish wish) {
        return quietly(() -> world.call(world.node(wish.service + "-service"), request(wish, null)));
    }

    private Routes.Request request(Wish wish, @Nullable String key) {
        String body = wish.body == null ? null : json.writeValueAsString(wish.body);
        return new Routes.Request(wish.verb, wish.path, body, wish.caller, key);
    }

    private @Nullable JsonNode quietly(Supplier<@Nullable String> question) {
        try {
            String answer = question.get();
            return answer == null ? null : json.readTree(answer);
        } catch (ProblemException | Wires.NoAnswer e) {
            return null;
        }
    }
}
