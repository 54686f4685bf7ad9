package io.mendian.member.notice;

import java.util.Map;

/** Sends subscribe messages (一次性订阅消息): one consent of a person to a template allows one message of it. */
public interface WeChatMessages {

    /** @param data the template's fields and what they say */
    record Message(String openid, String template, String page, Map<String, String> data) {}

    SendOutcome send(Message message);
}
