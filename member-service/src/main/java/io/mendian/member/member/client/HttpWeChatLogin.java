package io.mendian.member.member.client;

import io.mendian.member.member.MemberProblem;
import io.mendian.member.member.WeChatLogin;
import io.mendian.member.provider.ProviderFailure;
import io.mendian.member.provider.client.WeChatServer;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Speaks to WeChat's server interface: jscode2session and getuserphonenumber. */
@Component
class HttpWeChatLogin implements WeChatLogin {

    /** Wrong or expired code; code been used. */
    private static final Set<Integer> CODE_REFUSED = Set.of(40029, 40163);

    private final WeChatServer weChat;

    HttpWeChatLogin(WeChatServer weChat) {
        this.weChat = weChat;
    }

    @Override
    public Person person(String jsCode) {
        JsonNode answer = checked(
                "jscode2session",
                weChat.askAsApp("/sns/jscode2session", Map.of("js_code", jsCode, "grant_type", "authorization_code")));
        String openid = answer.path("openid").asString("");
        if (openid.isEmpty()) {
            throw new ProviderFailure("jscode2session answered without an openid");
        }
        return new Person(openid, answer.path("unionid").asString(null));
    }

    @Override
    public String phone(String phoneCode) {
        // where the token was refused the code was not used: WeChat looks at the token first
        JsonNode answer = weChat.post("/wxa/business/getuserphonenumber", Map.of("code", phoneCode));
        JsonNode info = checked("getuserphonenumber", answer).path("phone_info");
        String number = info.path("purePhoneNumber").asString("");
        if (number.isEmpty()) {
            throw new ProviderFailure("getuserphonenumber answered without a number");
        }
        return "+" + info.path("countryCode").asString("86") + number;
    }

    private static JsonNode checked(String call, JsonNode answer) {
        int code = WeChatServer.errcode(answer);
        if (CODE_REFUSED.contains(code)) {
            throw MemberProblem.WECHAT_CODE_REFUSED.with();
        }
        if (code != 0) {
            throw new ProviderFailure(call + " answered errcode " + code);
        }
        return answer;
    }
}
