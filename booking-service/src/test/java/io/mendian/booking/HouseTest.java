package io.mendian.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.HouseRules;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OpenApiContract;
import io.mendian.testkit.RouteMatrix;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MendianTest
class HouseTest {

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
        HouseRules.check("io.mendian.booking");
    }
}
