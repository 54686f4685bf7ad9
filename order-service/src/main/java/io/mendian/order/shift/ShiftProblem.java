package io.mendian.order.shift;

import io.mendian.runtime.problem.Problem;

/** What can be wrong with a shift. */
public enum ShiftProblem implements Problem {
    TIP_TOO_LATE(
            409,
            "该订单所在班次已清点或交班，不能再补收小费",
            "The shift in which this order was paid has been counted; no tip can be added"),
    SHIFT_NOT_OPEN(
            409,
            "收银台“{till}”未开班，请先开班并清点备用金",
            "No shift is open at the till “{till}”: open one with its counted cash first"),
    SHIFT_ALREADY_OPEN(
            409,
            "收银台“{till}”已有未交的班次（{since} 开班），请先交班",
            "A shift is open at the till “{till}” since {since}; close it first"),
    SHIFT_ENDED(409, "该班次已清点，不能再收付现金", "This shift has been counted; no cash moves in it any more"),
    SHIFT_CLOSED(409, "该班次已交班（Z{zNumber}）", "This shift is closed (Z{zNumber})"),
    SHIFT_NOT_COUNTED(409, "该班次尚未清点，请先清点现金", "This shift has not been counted yet; count the cash first"),
    COUNT_MISMATCH(
            400,
            "面额合计 {denominationsMinor}与清点金额 {countedMinor}不符，请重新清点",
            "The denominations sum to {denominationsMinor}, not to the counted {countedMinor}; count again"),
    COUNT_MISSING(400, "请填写清点金额或各面额张数", "Give countedMinor or the denominations"),
    DRAWER_TOO_LITTLE(
            409, "钱箱现有 {expectedMinor}，不够支出", "The drawer holds {expectedMinor}, less than is to be paid out"),
    CASH_NOT_TAKEN(409, "该订单没有需要退还的现金", "No cash was taken for this order that is to be handed back"),
    TILL_CODE_TAKEN(409, "本店已有编号为 {code} 的收银台", "This store has a till with the code {code} already");

    private final int status;
    private final String zh;
    private final String en;

    ShiftProblem(int status, String zh, String en) {
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
