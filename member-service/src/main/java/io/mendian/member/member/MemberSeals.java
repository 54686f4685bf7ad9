package io.mendian.member.member;

import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals members' personal fields and makes the blind indexes by which they are found. */
@Component
class MemberSeals {

    private final FieldCipher cipher;

    MemberSeals(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String sealPhone(long key, PhoneNumber phone) {
        return cipher.encrypt(phone.e164(), "member.phone:" + key);
    }

    String phoneIndex(PhoneNumber phone) {
        return cipher.blindIndex("member.phone", phone.e164());
    }

    /** 16 bits are enough to find by and too few to tell the digits. */
    String tailIndex(String lastFour) {
        return cipher.blindIndex("member.phone-tail", lastFour).substring(0, 4);
    }

    Persons.Mark device(String deviceId) {
        return new Persons.Mark(Persons.Kind.DEVICE, cipher.blindIndex("member.device", deviceId.strip()));
    }

    String sealName(long key, String name) {
        return cipher.encrypt(name, "member.name:" + key);
    }

    String nameIndex(String name) {
        return cipher.blindIndex("member.name", name.strip());
    }

    @Nullable
    PhoneNumber phone(MemberRow row) {
        return row.phoneSealed() == null
                ? null
                : new PhoneNumber(cipher.decrypt(row.phoneSealed(), "member.phone:" + row.memberKey()));
    }

    @Nullable
    String name(MemberRow row) {
        return row.nameSealed() == null ? null : cipher.decrypt(row.nameSealed(), "member.name:" + row.memberKey());
    }

    /** Bound to its own index and not to the member, for it may move to another when two turn out to be one. */
    String sealIdentity(String kind, String index, String identity) {
        return cipher.encrypt(identity, "member_identity." + kind + ":" + index);
    }

    String identity(String kind, String index, String sealed) {
        return cipher.decrypt(sealed, "member_identity." + kind + ":" + index);
    }

    String identityIndex(String kind, String identity) {
        return cipher.blindIndex("member_identity." + kind, identity);
    }

    @Nullable
    String sealChange(long id, @Nullable String value) {
        return value == null ? null : cipher.encrypt(value, "member_change:" + id);
    }

    /** 张三丰 is 张**; a reader recognises, a stranger learns nothing. */
    static @Nullable String maskName(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return name;
        }
        int first = name.offsetByCodePoints(0, 1);
        int rest = Math.clamp(name.codePointCount(first, name.length()), 1, 3);
        return name.substring(0, first) + "*".repeat(rest);
    }
}
