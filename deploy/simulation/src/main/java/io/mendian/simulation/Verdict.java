package io.mendian.simulation;

import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import java.util.ArrayList;
import java.util.List;

/** Judges a world that has come to rest: the services' own books, and what only somebody who sees all of them can say. */
final class Verdict {

    private final World world;
    private final Opening.Shop shop;
    private final History history;
    private final List<String> wrong = new ArrayList<>();

    Verdict(World world, Opening.Shop shop, History history) {
        this.world = world;
        this.shop = shop;
        this.history = history;
    }

    List<String> wrong() {
        wrong.addAll(Quiet.unfinished(world).stream().map(what -> "not finished: " + what).toList());
        history.internal().forEach(e -> wrong.add("a request failed inside: " + e));
        books();
        return wrong;
    }

    /** A few checks of what the simulation does not touch say things that this database does not understand. */
    private static boolean cannotRun(BookResult check) {
        return check.offenders().size() == 1
                && check.offenders().getFirst().startsWith("the check could not run")
                && check.offenders().getFirst().contains("not found");
    }

    private void books() {
        for (Node node : world.nodes()) {
            node.bean(BookQueries.class).run().checks().stream()
                    .filter(check -> !check.balanced() && !cannotRun(check))
                    .forEach(check -> wrong.add(node + ": " + check.name() + " " + check.offenders()));
        }
    }
}
