package io.mendian.runtime.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal that a person will read; becomes problem+json. Thrown inside a transaction it rolls everything back. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient Map<String, Object> facts;

    private ProblemException(Problem problem, Map<String, Object> facts) {
        super(problem.name() + " " + facts);
        this.problem = problem;
        this.facts = facts;
    }

    /** A problem with facts given as name, value, name, value. */
    public static ProblemException of(Problem problem, Object... facts) {
        if (facts.length % 2 != 0) {
            throw new IllegalArgumentException("facts come in pairs");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            map.put((String) facts[i], facts[i + 1]);
        }
        return new ProblemException(problem, map);
    }

    public static ProblemException of(Problem problem, Map<String, Object> facts) {
        return new ProblemException(problem, Map.copyOf(facts));
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public boolean is(Problem other) {
        return problem.name().equals(other.name());
    }
}
