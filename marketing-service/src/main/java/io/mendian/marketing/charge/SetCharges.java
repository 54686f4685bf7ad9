package io.mendian.marketing.charge;

import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Sets a store's or the chain's fees and rounding as a new version; old versions stay, for the orders that were priced with them. */
@UseCase
public class SetCharges {

    private final ChargeSettingMapper mapper;
    private final ChargeQueries queries;
    private final JsonMapper json;
    private final boolean upAllowed;
    private final Clock clock;

    SetCharges(
            ChargeSettingMapper mapper,
            ChargeQueries queries,
            JsonMapper json,
            MarketingProperties properties,
            Clock clock) {
        this.mapper = mapper;
        this.queries = queries;
        this.json = json;
        this.upAllowed = properties.roundingUpAllowed();
        this.clock = clock;
    }

    /** {@code terms} null: the chain's again; {@code basedOn}: the version the writer has seen. */
    @Transactional
    public void set(long store, @Nullable ChargeTerms terms, int basedOn, String by) {
        if (terms != null) {
            check(terms);
        }
        int version = queries.view(store).version();
        if (version != basedOn) {
            throw ChargeProblem.CHARGES_CHANGED.with("version", version);
        }
        try {
            mapper.insert(new ChargeSettingRow(
                    store, version + 1, terms == null ? null : json.writeValueAsString(terms), by, clock.instant()));
        } catch (DuplicateKeyException e) {
            throw ChargeProblem.CHARGES_CHANGED.with("version", version + 1);
        }
    }

    private void check(ChargeTerms terms) {
        try {
            queries.charges(terms);
        } catch (InvalidSetting e) {
            throw ChargeProblem.CHARGES_INVALID.with("field", e.field(), "reason", e.reason());
        }
        if (terms.rounding().mode().mayRaise() && !upAllowed) {
            throw ChargeProblem.ROUNDING_UP_NOT_ALLOWED.with();
        }
    }
}
