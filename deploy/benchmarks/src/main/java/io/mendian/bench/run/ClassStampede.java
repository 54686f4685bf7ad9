package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** B5: the opening second of a gym's timetable. Members against few seats, beside three textbook ways to guard a seat. */
final class ClassStampede implements Benchmark {

    private static final int SEATS = 20;
    private static final int MEMBERS_PER_CLASS = 25;
    private static final int AT_ONCE = 64;

    @Override
    public String id() {
        return "B5";
    }

    @Override
    public String title() {
        return "Class stampede: everybody books at the opening second";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        int classes = (plan.brief() ? 60 : 200) / plan.rounds();
        Timetable timetable = new Timetable(bed, SEATS);
        List<Long> warming = timetable.sessions(plan.brief() ? 40 : 60);
        List<Long> sessions = timetable.sessions(classes * plan.rounds());
        Map<Long, List<long[]>> seats = new HashMap<>();
        SeatControls controls =
                new SeatControls(bed, classes, SEATS, classes * MEMBERS_PER_CLASS, AT_ONCE, plan.seed());
        try (InsideTurns stampede = new InsideTurns(
                bed,
                Part.BOOKING,
                "io.mendian.bench.inside.StampedeMain",
                List.of(Integer.toString(MEMBERS_PER_CLASS), Integer.toString(AT_ONCE)))) {
            double ignored = ours(stampede, warming, plan.seed() - 1_000_000, new HashMap<>());
            controls.warm();
            Rounds rounds = Rounds.of(plan.rounds(), round -> {
                List<Long> fresh = round < plan.rounds()
                        ? sessions.subList(round * classes, (round + 1) * classes)
                        : timetable.sessions(classes);
                double attempts = ours(stampede, fresh, plan.seed() + 1_000_000L * round, seats);
                double[] plain = controls.plain();
                double[] withOurRows = controls.withOurRows();
                return new double[] {
                    attempts,
                    plain[0],
                    plain[1],
                    plain[2],
                    withOurRows[0],
                    withOurRows[1],
                    withOurRows[2],
                    best(plain),
                    best(withOurRows)
                };
            });
            say(outcome, rounds, classes, plan.seed());
        }
        seats.forEach((session, taken) ->
                outcome.expect(taken.size() <= SEATS, "session " + session + " holds " + taken.size()));
        return outcome.atLeast("Kendall τ(arrival, seat)", tau(seats), "", 0.95, "mean over the classes")
                .figure(
                        "seats taken",
                        seats.values().stream().mapToInt(List::size).sum(),
                        "");
    }

    /** Attempts a second; adds the seats that were taken. */
    private static double ours(InsideTurns stampede, List<Long> sessions, long seed, Map<Long, List<long[]>> seats)
            throws IOException {
        List<String> lines = stampede.ask(joined(sessions), Long.toString(seed));
        seats.putAll(seats(lines.subList(1, lines.size())));
        return Double.parseDouble(lines.getFirst());
    }

    private static double best(double[] controls) {
        return Math.max(controls[0], Math.max(controls[1], controls[2]));
    }

    private static void say(Outcome outcome, Rounds rounds, int classes, long seed) {
        Statistics.Interval plain = rounds.ratio(0, 7, seed);
        Statistics.Interval withOurRows = rounds.ratio(0, 8, seed);
        outcome.figure("control: FOR UPDATE on the class", rounds.median(1), "/s")
                .figure("control: seat rows, SKIP LOCKED", rounds.median(2), "/s")
                .figure("control: unique seat, retry", rounds.median(3), "/s")
                .figure("control: FOR UPDATE on the class, our rows", rounds.median(4), "/s")
                .figure("control: seat rows, SKIP LOCKED, our rows", rounds.median(5), "/s")
                .figure("control: unique seat, retry, our rows", rounds.median(6), "/s")
                .figure(
                        "attempts",
                        rounds.median(0),
                        "/s",
                        classes * MEMBERS_PER_CLASS + " members, " + classes + " classes a round")
                .atLeast("÷ the best control", plain.value(), "", 3, rounds.note(plain))
                .atLeast(
                        "÷ the best control that writes our rows",
                        withOurRows.value(),
                        "",
                        3,
                        rounds.note(withOurRows));
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** By session: arrival and booking of each seat. */
    private static Map<Long, List<long[]>> seats(List<String> lines) {
        Map<Long, List<long[]>> seats = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            seats.computeIfAbsent(Long.parseLong(words[0]), any -> new ArrayList<>())
                    .add(new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])});
        }
        return seats;
    }

    /** 1 when the seats went in the order of arrival, 0 when by chance. */
    private static double tau(Map<Long, List<long[]>> seats) {
        double sum = 0;
        int classes = 0;
        for (List<long[]> taken : seats.values()) {
            if (taken.size() < 2) {
                continue;
            }
            taken.sort(Comparator.comparingLong(one -> one[0]));
            int concordant = 0;
            int pairs = 0;
            for (int i = 0; i < taken.size(); i++) {
                for (int j = i + 1; j < taken.size(); j++) {
                    concordant += taken.get(i)[1] < taken.get(j)[1] ? 1 : -1;
                    pairs++;
                }
            }
            sum += (double) concordant / pairs;
            classes++;
        }
        return classes == 0 ? 0 : sum / classes;
    }
}
