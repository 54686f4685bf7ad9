package io.mendian.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.HoldId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import io.mendian.testkit.HouseRules;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OpenApiContract;
import io.mendian.testkit.RouteMatrix;
import io.swagger.v3.oas.models.media.StringSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;

@MendianTest
class HouseTest {

    static {
        // the description says what JSON says: ids are strings, and who calls is no parameter
        SpringDocUtils describe = SpringDocUtils.getConfig();
        describe.addRequestWrapperToIgnore(Caller.class);
        for (Class<?> id : List.of(SkuId.class, StoreId.class, HoldId.class)) {
            describe.replaceWithSchema(id, new StringSchema().pattern("[0-9]+"));
        }
    }

    @Autowired
    RouteMatrix routes;

    @Autowired
    OpenApiContract openApi;

    @Test
    void everyRouteIsDeniedUnlessAllowed() {
        assertThat(routes.check()).isPositive();
    }

    @Test
    void theApiIsWhatItsDescriptionSays() {
        openApi.check(Path.of("api/openapi.yaml"));
    }

    @Test
    void theHouseRulesHold() {
        HouseRules.check("io.mendian.inventory");
    }
}
