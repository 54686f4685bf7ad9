package io.mendian.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The successes that customers were told of, asked for once more when all is well again (I27, P1): the same key brings the
 * same answer. A refusal is not asked for again: it had no effect, and is looked at anew.
 */
public final class Answered {

    private static final int KEPT = 40;
    private static final List<Word> WORDS = new ArrayList<>();
    private static long asked;

    private record Word(Insistent request, Door.Answer answer) {}

    private Answered() {}

    static void remember(Insistent request, Door.Answer answer) {
        synchronized (WORDS) {
            if (answer.status() < 300 && WORDS.size() < KEPT) {
                WORDS.add(new Word(request, answer));
            }
        }
    }

    /** Asks all of them once more and forgets them; the answers that differ. */
    public static List<String> thatChanged() {
        List<Word> words;
        synchronized (WORDS) {
            words = List.copyOf(WORDS);
            WORDS.clear();
        }
        List<String> changed = new ArrayList<>();
        for (Word word : words) {
            Optional<Door.Answer> again = word.request.again();
            asked += again.isPresent() ? 1 : 0;
            again.filter(answer -> !isSame(word.answer, answer))
                    .ifPresent(answer -> changed.add(word.request + ", asked again: " + answer));
        }
        return changed;
    }

    /** How many were asked again. */
    public static long askedAgain() {
        return asked;
    }

    private static boolean isSame(Door.Answer first, Door.Answer second) {
        return second.status() == first.status() && second.json().equals(first.json());
    }
}
