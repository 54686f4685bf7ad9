package io.mendian.gateway.limits;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** So many are inside at once, the others wait in the order in which they came; a line that is full takes nobody more. */
final class Line {

    private final int atOnce;
    private final int most;
    private final Set<Place> waiting = new LinkedHashSet<>();
    private int inside;

    Line(int atOnce, int most) {
        this.atOnce = atOnce;
        this.most = most;
    }

    /** A place inside or in the line, or nothing when the line is full. It must be left, whatever becomes of its owner. */
    synchronized @Nullable Place come() {
        if (inside < atOnce) {
            inside++;
            return new Place(true);
        }
        if (waiting.size() >= most) {
            return null;
        }
        Place place = new Place(false);
        waiting.add(place);
        return place;
    }

    synchronized int inside() {
        return inside;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private void leave(Place place) {
        Place next;
        synchronized (this) {
            if (waiting.remove(place) || !place.inside) {
                return;
            }
            place.inside = false;
            next = waiting.isEmpty() ? null : waiting.iterator().next();
            if (next == null) {
                inside--;
            } else {
                waiting.remove(next);
                next.inside = true;
            }
        }
        if (next != null) {
            var ignored = next.turn.tryEmitEmpty();
        }
    }

    /** Where somebody stands. */
    final class Place {
        private final Sinks.Empty<Void> turn = Sinks.empty();
        private final boolean atOnce;
        private boolean inside;

        private Place(boolean inside) {
            this.atOnce = inside;
            this.inside = inside;
        }

        /** Whether its owner did not have to wait. */
        boolean isAtOnce() {
            return atOnce;
        }

        /** Ends when it is his turn, on a thread of its own: who is let in does not run within him who left. */
        Mono<Boolean> turn() {
            return turn.asMono().publishOn(Schedulers.parallel()).thenReturn(true);
        }

        /** Lets the next one in; a second time does nothing. */
        void leave() {
            Line.this.leave(this);
        }
    }
}
