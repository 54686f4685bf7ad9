package io.mendian.analytics.facts;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the name and category of a SKU; an older version changes nothing. */
@UseCase
public class PutSku {

    private final JdbcTemplate jdbc;

    PutSku(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void put(SkuPublished sku) {
        // the version is set last: the earlier assignments still compare with the old one
        jdbc.update("""
                INSERT INTO dim_sku (sku_id, version, code, kind, name, category) VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    code = IF(VALUES(version) > version, VALUES(code), code),
                    kind = IF(VALUES(version) > version, VALUES(kind), kind),
                    name = IF(VALUES(version) > version, VALUES(name), name),
                    category = IF(VALUES(version) > version, VALUES(category), category),
                    version = GREATEST(VALUES(version), version)
                """, sku.skuId().value(), sku.version(), sku.code(), sku.kind(), sku.name(), sku.category());
    }
}
