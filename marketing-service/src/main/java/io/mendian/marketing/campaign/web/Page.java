package io.mendian.marketing.campaign.web;

import io.mendian.runtime.problem.CommonProblem;

/** Lists are bounded. */
final class Page {

    static final int MOST = 200;

    private Page() {}

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "limit is to be between 1 and " + MOST);
        }
        return limit;
    }
}
