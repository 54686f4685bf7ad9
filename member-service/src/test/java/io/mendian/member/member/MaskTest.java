package io.mendian.member.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {

    @Test
    void namesKeepTheirFirstSign() {
        assertThat(MemberSeals.maskName("李")).isEqualTo("李*");
        assertThat(MemberSeals.maskName("欧阳小花")).isEqualTo("欧***");
        assertThat(MemberSeals.maskName(null)).isNull();
    }
}
