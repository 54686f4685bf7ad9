package io.mendian.member.notice.client;

import io.mendian.member.notice.SendOutcome;
import io.mendian.member.notice.WeChatMessages;
import io.mendian.member.provider.ProviderFailure;
import io.mendian.member.provider.client.WeChatServer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Speaks to WeChat: {@code /cgi-bin/message/subscribe/send}, and what its error codes mean for a notice. */
@Component
class HttpWeChatMessages implements WeChatMessages {

    private static final String PATH = "/cgi-bin/message/subscribe/send";
    private static final Duration SOON = Duration.ZERO;
    /** The day's quota of the interface is used up: it is renewed at midnight. */
    private static final Duration QUOTA = Duration.ofHours(1);

    private final WeChatServer weChat;

    HttpWeChatMessages(WeChatServer weChat) {
        this.weChat = weChat;
    }

    @Override
    public SendOutcome send(Message message) {
        Map<String, Object> data = message.data().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
        Map<String, Object> body = Map.of(
                "touser", message.openid(),
                "template_id", message.template(),
                "page", message.page(),
                "data", data);
        try {
            return meaning(WeChatServer.errcode(weChat.post(PATH, body)));
        } catch (ProviderFailure e) {
            return e.maybeDone()
                    ? new SendOutcome.Unknown("WECHAT_NO_ANSWER")
                    : new SendOutcome.Later("WECHAT_AWAY", SOON);
        }
    }

    private static SendOutcome meaning(int errcode) {
        String reason = "WECHAT_" + errcode;
        return switch (errcode) {
            case 0 -> new SendOutcome.Sent();
            // he has not allowed it, or has used it up; his openid is another app's
            case 43101, 40003 -> new SendOutcome.NotAllowed(reason);
            case 45009 -> new SendOutcome.Later(reason, QUOTA);
            // busy; the token is refused although it has just been renewed
            case -1, 40001, 40014, 42001 -> new SendOutcome.Later(reason, SOON);
            // 47003 argument invalid, 40037 template, 41030 page, and whatever comes: the same for everybody
            default -> new SendOutcome.Refused(reason);
        };
    }
}
