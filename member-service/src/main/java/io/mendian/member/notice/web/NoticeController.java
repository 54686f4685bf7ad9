package io.mendian.member.notice.web;

import io.mendian.member.notice.ChooseNotices;
import io.mendian.member.notice.NoticeChoice;
import io.mendian.member.notice.NoticeQueries;
import io.mendian.member.notice.NoticeStatus;
import io.mendian.member.notice.NoticeTrace;
import io.mendian.member.notice.NoticeView;
import io.mendian.member.notice.ReadNotice;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoticeController {

    private final NoticeQueries queries;
    private final ChooseNotices choose;
    private final ReadNotice read;

    NoticeController(NoticeQueries queries, ChooseNotices choose, ReadNotice read) {
        this.queries = queries;
        this.choose = choose;
        this.read = read;
    }

    /** What is wanted, and the version of the text that was shown beside it. */
    record Choice(
            @NotNull Boolean byWeChat,
            @NotNull Boolean bySms,
            @NotBlank @Size(max = 32) String textVersion) {}

    /** What is wanted, and the templates for which the mini-program may ask for a message (wx.requestSubscribeMessage). */
    record Choices(boolean byWeChat, boolean bySms, List<String> weChatTemplates) {}

    @GetMapping("/app/v1/me/notices")
    @Allow
    @Operation(
            summary = "我的消息：what I was told of",
            description = "Newest first, whatever became of the message itself; page with cursor = next.")
    NoticeView.Page mine(
            Caller caller,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.own(caller.memberKey(), cursor, limit);
    }

    @PostMapping("/app/v1/me/notices/{noticeId}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(summary = "标为已读：I have read it", description = "204 also the second time; 404 for another's.")
    void read(@PathVariable long noticeId, Caller caller) {
        read.read(caller.memberKey(), noticeId);
    }

    @GetMapping("/app/v1/me/notice-choice")
    @Allow
    @Operation(summary = "消息设置：by what I want to be told", description = """
                    Until the member chooses: by WeChat (which asks him before each message), not by SMS. weChatTemplates: for \
                    these the mini-program may ask him to allow one message.""")
    Choices choice(Caller caller) {
        return choices(queries.choice(caller.memberKey()));
    }

    @PutMapping("/app/v1/me/notice-choice")
    @Allow
    @Operation(
            summary = "修改消息设置：choose by what I want to be told",
            description = "Counts from the next message on. Each choice is kept with its time and textVersion.")
    Choices choose(@Valid @RequestBody Choice body, Caller caller) {
        NoticeChoice choice = new NoticeChoice(body.byWeChat(), body.bySms());
        return choices(choose.choose(caller.memberKey(), choice, body.textVersion()));
    }

    private Choices choices(NoticeChoice choice) {
        return new Choices(choice.byWeChat(), choice.bySms(), queries.weChatTemplates());
    }

    @GetMapping("/hq/v1/notices/figures")
    @Allow(Right.MEMBERS_READ)
    @Operation(summary = "消息统计：what was sent, what failed and why", description = """
                    Notices made on days from and to (included, chain's zone), counted by kind, status, channel and reason, of \
                    members whom the caller's stores know.""")
    List<NoticeTrace.Figure> figures(@RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        return queries.figures(caller, from, to);
    }

    @GetMapping("/hq/v1/notices")
    @Allow(Right.MEMBERS_READ)
    @Operation(summary = "消息明细：what became of single notices", description = """
                    Newest first; status DUE, SENDING, SENT, UNCONFIRMED (handed over, no answer), SKIPPED, FAILED; page with \
                    cursor = next.""")
    NoticeTrace.Page traces(
            @RequestParam @Nullable NoticeStatus status,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return queries.traces(caller, status, cursor, limit);
    }
}
