package io.mendian.member.member;

import org.jspecify.annotations.Nullable;

/** What WeChat tells of the person behind a code. Refuses a wrong, used or expired code with WECHAT_CODE_REFUSED. */
public interface WeChatLogin {

    /** Who somebody is at WeChat. The session key stays where it was received. */
    record Person(String openid, @Nullable String unionid) {}

    /** The person behind a {@code js_code}, which is good once. */
    Person person(String jsCode);

    /** The number behind the code of the phone button, as WeChat writes it, such as {@code +8613800138000}. */
    String phone(String phoneCode);
}
