package io.mendian.runtime.books;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Long work, one at a time: whoever asks while it runs shares the next run with all others who wait, so that nobody is told
 * what was before he asked, and impatient people who ask again and again cost no more than one.
 */
public final class SharedRun<T> {

    private final Supplier<T> work;
    private final ReentrantLock turn = new ReentrantLock();
    private final ReentrantLock queue = new ReentrantLock();
    private Run<T> next = new Run<>();

    private static final class Run<T> {
        private @Nullable T result;
    }

    public SharedRun(Supplier<T> work) {
        this.work = work;
    }

    public T ask() {
        Run<T> mine = joined();
        turn.lock();
        try {
            T result = mine.result;
            if (result == null) {
                begin(mine);
                // when it throws, the next of those who wait tries himself
                result = work.get();
                mine.result = result;
            }
            return result;
        } finally {
            turn.unlock();
        }
    }

    private Run<T> joined() {
        queue.lock();
        try {
            return next;
        } finally {
            queue.unlock();
        }
    }

    /** From now on nobody joins it. */
    private void begin(Run<T> run) {
        queue.lock();
        try {
            if (next == run) {
                next = new Run<>();
            }
        } finally {
            queue.unlock();
        }
    }
}
