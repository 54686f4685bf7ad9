package io.mendian.marketing.charge;

import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code terms} null: from this version on the store has the chain's again. */
@TableName("charge_setting")
record ChargeSettingRow(long storeId, int version, @Nullable String terms, String setBy, Instant setAt) {}
