package io.mendian.simulators.wechat;

import io.mendian.simulators.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Subscribe messages: one consent of a person to a template allows one message of it. */
final class SubscribeMessages {

    /** How many messages of a template a person still allows. */
    record Consent(String openid, String templateId, int left) {}

    /** A message that arrived. */
    record Message(String openid, String templateId, String page, JsonNode data, Instant at) {}

    private record Rule(Pattern field, int longest) {}

    /** The lengths that WeChat allows per kind of field. */
    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("thing\\d+"), 20),
            new Rule(Pattern.compile("phrase\\d+"), 5),
            new Rule(Pattern.compile("character_string\\d+"), 32),
            new Rule(Pattern.compile("number\\d+"), 32),
            new Rule(Pattern.compile("name\\d+"), 20),
            new Rule(Pattern.compile("phone_number\\d+"), 17));

    private final World world;
    private final Map<String, Consent> consents = new ConcurrentHashMap<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    SubscribeMessages(World world) {
        this.world = world;
        world.journal().restores("consent", Consent.class, c -> consents.put(key(c.openid, c.templateId), c));
        world.journal().restores("message", Message.class, messages::add);
    }

    synchronized Consent allow(String openid, String templateId, int times) {
        Consent before = consents.get(key(openid, templateId));
        return keep("consent.given", new Consent(openid, templateId, times + (before == null ? 0 : before.left)));
    }

    synchronized void send(JsonNode body) {
        String openid = body.path("touser").asString("");
        String template = body.path("template_id").asString("");
        if (openid.isEmpty()) {
            throw new WeChatRefusal(40003, "invalid openid");
        }
        if (template.isEmpty()) {
            throw new WeChatRefusal(40037, "invalid template_id");
        }
        checkData(body.path("data"));
        Consent consent = consents.get(key(openid, template));
        if (consent == null || consent.left < 1) {
            throw new WeChatRefusal(43101, "user refuse to accept the msg");
        }
        keep("consent.used", new Consent(openid, template, consent.left - 1));
        Message message = new Message(
                openid,
                template,
                body.path("page").asString(""),
                body.path("data"),
                world.clock().instant());
        messages.add(message);
        world.journal().add("message.sent", message);
    }

    List<Message> to(String openid) {
        return messages.stream()
                .filter(m -> openid.isEmpty() || m.openid.equals(openid))
                .toList();
    }

    private static void checkData(JsonNode data) {
        if (!data.isObject() || data.isEmpty()) {
            throw new WeChatRefusal(47003, "argument invalid! data is empty");
        }
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            String value = field.getValue().path("value").asString("");
            for (Rule rule : RULES) {
                boolean tooLong = value.codePointCount(0, value.length()) > rule.longest;
                if (rule.field.matcher(field.getKey()).matches() && (value.isEmpty() || tooLong)) {
                    throw new WeChatRefusal(47003, "argument invalid! data." + field.getKey() + ".value invalid");
                }
            }
        }
    }

    private Consent keep(String kind, Consent consent) {
        consents.put(key(consent.openid, consent.templateId), consent);
        world.journal().add(kind, consent);
        return consent;
    }

    private static String key(String openid, String templateId) {
        return openid + " " + templateId;
    }
}
