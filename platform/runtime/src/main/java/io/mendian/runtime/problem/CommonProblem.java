package io.mendian.runtime.problem;

/** Problems that belong to no feature. */
public enum CommonProblem implements Problem {
    INVALID_REQUEST(400, "请求有误：{reason}", "The request is not valid: {reason}"),
    IDEMPOTENCY_KEY_MISSING(
            400, "缺少 Idempotency-Key 请求头（8～100 个字符）", "The Idempotency-Key header (8 to 100 characters) is missing"),
    IDEMPOTENCY_KEY_REUSED(
            422, "该 Idempotency-Key 已用于另一请求，请换一个", "This Idempotency-Key was used for another request; use a new one"),
    REQUEST_IN_PROGRESS(409, "相同的请求正在处理，请稍后重试", "The same request is being processed; try again shortly"),
    NOT_SIGNED_IN(401, "请先登录", "Please sign in first"),
    NOT_ALLOWED(403, "您没有权限执行此操作", "You are not allowed to do this"),
    CHAIN_WIDE_NEEDED(
            403,
            "该操作影响全部门店，您的账号只负责部分门店：请由负责整个连锁的总部同事操作",
            "This changes every store, and you look after some of them: ask a colleague at headquarters who has the whole chain"),
    NOT_FOUND(404, "未找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "不支持该请求方法", "This method is not supported here"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持的内容类型：请使用 {supported}", "Unsupported content type: send {supported}"),
    PAYLOAD_TOO_LARGE(413, "内容过大", "The content is too large"),
    BUSY(503, "系统繁忙，请稍后重试", "The system is busy; please try again shortly"),
    DEPENDENCY_UNAVAILABLE(503, "{service} 暂时不可用，请稍后重试", "{service} is unavailable at the moment; please try again"),
    INTERNAL(500, "系统出错，请凭追踪号联系支持", "Something went wrong; give the trace id to support");

    private final int status;
    private final String zh;
    private final String en;

    CommonProblem(int status, String zh, String en) {
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
