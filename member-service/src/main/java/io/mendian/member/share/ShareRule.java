package io.mendian.member.share;

/**
 * What bringing a newcomer brings.
 *
 * @param campaign links of another campaign are no longer good
 * @param points for each newcomer, 0: none
 * @param dailyCap how many newcomers a day are paid for; the others are only counted
 * @param joinedDays how long after joining a newcomer may name who brought him
 */
public record ShareRule(long version, String campaign, int points, int dailyCap, int joinedDays) {

    ShareRule asVersion(long next) {
        return new ShareRule(next, campaign, points, dailyCap, joinedDays);
    }
}
