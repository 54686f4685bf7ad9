package io.mendian.member.assetrules;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads of the chain's asset settings. */
@Component
public class AssetRulesQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AssetRulesQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The settings that hold now. */
    public AssetRules current() {
        return jdbc.sql("SELECT rules FROM asset_rules ORDER BY version DESC LIMIT 1")
                .query(String.class)
                .optional()
                .map(rules -> json.readValue(rules, AssetRules.class))
                .orElse(AssetRules.FIRST);
    }
}
