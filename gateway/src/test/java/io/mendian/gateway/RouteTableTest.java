package io.mendian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.gateway.routing.ApiDescriptions;
import io.mendian.gateway.routing.RouteTable;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private final RouteTable table = new RouteTable();

    @Test
    void aLiteralSegmentWinsOverAPlaceholder() {
        table.add("/hq/v1/stores/{id}", "member-service");
        table.add("/hq/v1/stores/{id}/stock", "inventory-service");
        table.add("/hq/v1/stores/best", "analytics-service");
        assertThat(table.serviceOf("/hq/v1/stores/17")).isEqualTo("member-service");
        assertThat(table.serviceOf("/hq/v1/stores/17/stock")).isEqualTo("inventory-service");
        assertThat(table.serviceOf("/hq/v1/stores/best")).isEqualTo("analytics-service");
        assertThat(table.serviceOf("/hq/v1/stores/best/stock")).isEqualTo("inventory-service");
    }

    @Test
    void aPathThatNobodyDescribesHasNoService() {
        table.add("/app/v1/me", "member-service");
        assertThat(table.serviceOf("/app/v1/me/")).isNull();
        assertThat(table.serviceOf("/app/v1")).isNull();
        assertThat(table.serviceOf("/actuator/env")).isNull();
    }

    @Test
    void onePathOfTwoServicesIsRefused() {
        table.add("/app/v1/things/{id}", "order-service");
        assertThatThrownBy(() -> table.add("/app/v1/things/{thing}", "booking-service"))
                .hasMessageContaining("order-service");
    }

    @Test
    void whatTheServicesDescribeHasNoConflictsAndNoInternalRoute() {
        RouteTable real = ApiDescriptions.load().routes();
        assertThat(real.serviceOf("/internal/v1/holds")).isNull();
        assertThat(real.paths().values())
                .allSatisfy(paths -> assertThat(paths).noneMatch(path -> path.startsWith("/internal")));
    }
}
