package io.mendian.marketing.charge;

import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.pricing.CashRounding;
import io.mendian.marketing.pricing.Charges;
import io.mendian.marketing.pricing.InvalidSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads of fees and rounding. */
@Component
public class ChargeQueries {

    private final ChargeSettingMapper mapper;
    private final FeeKinds kinds;
    private final JsonMapper json;
    private final ChargeTerms otherwise;

    ChargeQueries(ChargeSettingMapper mapper, FeeKinds kinds, JsonMapper json, MarketingProperties properties) {
        this.mapper = mapper;
        this.kinds = kinds;
        this.json = json;
        this.otherwise = new ChargeTerms(properties.levelRounding(), List.of(), ChargeTerms.RoundingTerms.NONE);
    }

    /** What is in force at a store: its own setting, else the chain's, else none. */
    public StoreCharges at(long store) {
        ChargeSettingRow row = inForce(store, mapper.newest(store));
        ChargeTerms terms = row == null ? otherwise : terms(row);
        return new StoreCharges(
                row == null ? "0" : Long.toString(row.storeId()),
                row == null ? 0 : row.version(),
                terms,
                charges(terms));
    }

    public ChargesView view(long store) {
        List<ChargeSettingRow> rows = mapper.newest(store);
        ChargeSettingRow own = of(store, rows);
        ChargeSettingRow row = inForce(store, rows);
        return new ChargesView(
                Long.toString(store),
                own == null ? 0 : own.version(),
                row == null || row.storeId() != store,
                row == null ? otherwise : terms(row),
                own == null ? null : own.setAt());
    }

    /** Reads terms; refuses with {@link InvalidSetting} what cannot be. */
    public Charges charges(ChargeTerms terms) {
        return new Charges(
                terms.levelRounding(),
                terms.fees().stream().map(kinds::read).toList(),
                new CashRounding(
                        terms.rounding().mode(),
                        terms.rounding().unitMinor(),
                        terms.rounding().cashOnly()));
    }

    private ChargeTerms terms(ChargeSettingRow row) {
        return json.readValue(row.terms(), ChargeTerms.class);
    }

    private static @Nullable ChargeSettingRow inForce(long store, List<ChargeSettingRow> rows) {
        ChargeSettingRow own = of(store, rows);
        ChargeSettingRow row = own == null || own.terms() == null ? of(0, rows) : own;
        return row == null || row.terms() == null ? null : row;
    }

    private static @Nullable ChargeSettingRow of(long store, List<ChargeSettingRow> rows) {
        return rows.stream().filter(row -> row.storeId() == store).findFirst().orElse(null);
    }
}
