package io.mendian.gateway.identity;

import io.mendian.runtime.problem.Problem;

/** What only the gateway refuses. */
public enum GatewayProblem implements Problem {
    TOO_MANY_REQUESTS(429, "请求过于频繁，请稍后重试", "Too many requests; please slow down"),
    PASSWORD_CHANGE_NEEDED(
            403,
            "首次登录请先修改初始密码，修改后即可使用其他功能",
            "Please choose a password of your own first; everything else opens once the one-time password is changed"),
    SERVICE_AWAY(503, "服务暂时不可用，请稍后重试", "The service is unavailable at the moment; please try again");

    private final int status;
    private final String zh;
    private final String en;

    GatewayProblem(int status, String zh, String en) {
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
