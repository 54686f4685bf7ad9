package io.mendian.booking.resource;

import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

@TableName("resource")
record ResourceRow(
        @TableId long id,
        long storeId,
        ResourceKind kind,
        String name,
        @Nullable Long staffId,
        boolean active) {

    Resource toResource(List<Long> services) {
        return new Resource(
                Long.toString(id),
                StoreId.of(storeId),
                kind,
                name,
                staffId == null ? null : StaffId.of(staffId),
                active,
                services.stream().map(SkuId::of).toList());
    }
}
