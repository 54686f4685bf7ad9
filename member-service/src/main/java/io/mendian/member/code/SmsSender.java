package io.mendian.member.code;

import java.util.Map;

/** Sends text messages. The real one speaks to the provider; tests read what a hand-written one collects. */
public interface SmsSender {

    /**
     * A message by template.
     *
     * @param phone E.164
     * @param reference our own number of the message: sending it again is the same message
     */
    record Sms(String phone, String kind, String templateCode, Map<String, String> params, String reference) {}

    /** Sends, or throws {@link io.mendian.member.provider.ProviderFailure}. */
    void send(Sms sms);
}
