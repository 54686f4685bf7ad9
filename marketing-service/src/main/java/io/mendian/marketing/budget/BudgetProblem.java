package io.mendian.marketing.budget;

import io.mendian.runtime.problem.Problem;

/** Why a promotion's budget cannot be held or set. */
public enum BudgetProblem implements Problem {
    PROMOTION_BUDGET_SPENT(409, "促销名额或预算已用完，请重新计价", "The promotion's budget is spent; ask for a new quote"),
    PROMOTION_MEMBER_LIMIT(409, "您参加该促销的次数已达上限", "You have used this promotion as often as it allows"),
    FIRST_ORDER_TAKEN(409, "首单优惠已用于您的另一张订单", "Your first-order offer is taken by another of your orders"),
    PROMOTION_HOLD_DIFFERS(409, "该占用编号已用于其他促销", "This hold id was used for other promotions"),
    PROMOTION_HOLD_ENDED(409, "该占用已结束，请重新下单", "This hold has ended; place the order again"),
    PROMOTION_BUDGET_TOO_SMALL(409, "预算不能少于已占用的数额", "The budget cannot be less than what is kept of it already");

    private final int status;
    private final String zh;
    private final String en;

    BudgetProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
