package io.mendian.booking.place;

import io.mendian.runtime.problem.Problem;

/** Refusals about services. */
public enum PlaceProblem implements Problem {
    SERVICE_UNKNOWN(404, "没有可预约的服务 {skuId}", "There is no bookable service {skuId}");

    private final int status;
    private final String zh;
    private final String en;

    PlaceProblem(int status, String zh, String en) {
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
