package io.mendian.simulators.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mendian.simulators.http.Answer;
import io.mendian.simulators.http.NotJson;
import io.mendian.simulators.http.Request;
import io.mendian.simulators.http.Routes;
import io.mendian.simulators.keys.ProviderKeys;
import io.mendian.simulators.world.Json;
import io.mendian.simulators.world.World;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The simulated WeChat: its interface to servers, and what a person does in his WeChat as methods. */
public final class WeChat {

    /** A login code and the person behind it. */
    public record Login(@JsonProperty("js_code") String code, String openid, String unionid) {}

    private final World world;
    private final ProviderKeys.App app;
    private final Codes codes;
    private final AccessTokens tokens;
    private final SubscribeMessages messages;

    public WeChat(World world, ProviderKeys.App app) {
        this.world = world;
        this.app = app;
        this.codes = new Codes(world);
        this.tokens = new AccessTokens(world);
        this.messages = new SubscribeMessages(world);
    }

    /** A person opens the mini-program, which gets a {@code js_code}. An empty openid is somebody new. */
    public Login login(String openid) {
        String who = openid.isEmpty() ? Ids.letters("o", 28) : openid;
        return new Login(codes.issue("login", who), who, Ids.unionId(who));
    }

    /** A person presses the phone number button. */
    public String phoneCode(String phone) {
        return codes.issue("phone", phone);
    }

    /** A person allows {@code times} more messages of a template; answers how many are open now. */
    public int consent(String openid, String templateId, int times) {
        return messages.allow(openid, templateId, times).left();
    }

    /** The subscribe messages that reached a person, or everybody for an empty openid. */
    public List<? extends Record> messagesTo(String openid) {
        return messages.to(openid);
    }

    public void register(Routes routes) {
        routes.on("GET", "/sns/jscode2session", plainText(this::session))
                .on("GET", "/cgi-bin/token", guarded(this::token))
                .on("POST", "/cgi-bin/stable_token", guarded(this::stableToken))
                .on("POST", "/wxa/business/getuserphonenumber", authorized(this::phoneNumber))
                .on("POST", "/wxa/getwxacodeunlimit", authorized(this::miniProgramCode))
                .on("POST", "/cgi-bin/message/subscribe/send", authorized(this::subscribeMessage));
    }

    private Answer session(Request request) {
        checkApp(request.param("appid"), request.param("secret"));
        if (!request.param("grant_type").equals("authorization_code")) {
            throw new WeChatRefusal(40002, "invalid grant_type");
        }
        String code = request.param("js_code");
        if (code.isEmpty()) {
            throw new WeChatRefusal(41008, "missing code");
        }
        Codes.Used used = codes.use("login", code);
        return switch (used.use()) {
            case UNKNOWN, EXPIRED -> throw new WeChatRefusal(40029, "invalid code");
            case USED_BEFORE -> throw new WeChatRefusal(40163, "code been used");
            case TAKEN ->
                Answer.ok(Map.of(
                        "openid", used.subject(),
                        "session_key", Ids.sessionKey(),
                        "unionid", Ids.unionId(used.subject())));
        };
    }

    private Answer token(Request request) {
        checkApp(request.param("appid"), request.param("secret"));
        if (!request.param("grant_type").equals("client_credential")) {
            throw new WeChatRefusal(40002, "invalid grant_type");
        }
        return tokenAnswer(tokens.plain());
    }

    private Answer stableToken(Request request) {
        JsonNode body = request.json();
        checkApp(body.path("appid").asString(""), body.path("secret").asString(""));
        if (!body.path("grant_type").asString("").equals("client_credential")) {
            throw new WeChatRefusal(40002, "invalid grant_type");
        }
        return tokenAnswer(tokens.stable(body.path("force_refresh").asBoolean(false)));
    }

    private Answer tokenAnswer(AccessTokens.Token token) {
        return Answer.ok(Map.of("access_token", token.token(), "expires_in", tokens.secondsLeft(token)));
    }

    private Answer phoneNumber(Request request) {
        Codes.Used used = codes.use("phone", request.json().path("code").asString(""));
        if (used.use() != Codes.Use.TAKEN) {
            throw new WeChatRefusal(40029, "invalid code");
        }
        String phone = used.subject();
        String pure = phone.startsWith("+86") ? phone.substring(3) : phone.replace("+", "");
        ObjectNode info = Json.object();
        info.put("phoneNumber", pure).put("purePhoneNumber", pure).put("countryCode", "86");
        info.putObject("watermark")
                .put("timestamp", world.clock().instant().getEpochSecond())
                .put("appid", app.id());
        ObjectNode answer = ok();
        answer.set("phone_info", info);
        return Answer.ok(answer);
    }

    private Answer miniProgramCode(Request request) {
        return new Answer(200, Map.of("Content-Type", "image/png"), MiniProgramCode.draw(request.json()));
    }

    private Answer subscribeMessage(Request request) {
        switch (world.faults().subscribe()) {
            case NORMAL -> {
                // nothing is wrong
            }
            case QUOTA -> throw new WeChatRefusal(45009, "reach max api daily quota limit");
            case BUSY -> throw new WeChatRefusal(-1, "system error");
        }
        messages.send(request.json());
        return Answer.ok(ok());
    }

    private void checkApp(String appId, String secret) {
        if (appId.isEmpty()) {
            throw new WeChatRefusal(41002, "appid missing");
        }
        if (!appId.equals(app.id())) {
            throw new WeChatRefusal(40013, "invalid appid");
        }
        if (secret.isEmpty()) {
            throw new WeChatRefusal(41004, "appsecret missing");
        }
        if (!secret.equals(app.secret())) {
            throw new WeChatRefusal(40125, "invalid appsecret");
        }
    }

    private Routes.Handler authorized(Routes.Handler inner) {
        return guarded(request -> {
            tokens.check(request.param("access_token"));
            return inner.answer(request);
        });
    }

    private static Routes.Handler guarded(Routes.Handler inner) {
        return request -> {
            try {
                return inner.answer(request);
            } catch (WeChatRefusal e) {
                return Answer.ok(Map.of("errcode", e.code(), "errmsg", e.getMessage() + ", rid: " + Ids.rid()));
            } catch (NotJson e) {
                return Answer.ok(Map.of("errcode", 47001, "errmsg", "data format error, rid: " + Ids.rid()));
            }
        };
    }

    /** WeChat declares the login answer as plain text although it is JSON; clients that trust the type stumble here. */
    private static Routes.Handler plainText(Routes.Handler inner) {
        return request -> guarded(inner).answer(request).with(Map.of("Content-Type", "text/plain"));
    }

    private static ObjectNode ok() {
        return Json.object().put("errcode", 0).put("errmsg", "ok");
    }
}
