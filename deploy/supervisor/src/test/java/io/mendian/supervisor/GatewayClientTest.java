package io.mendian.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GatewayClientTest {

    @Test
    void theTextThatTheKeyIsMadeOfDoesNotDependOnTheOrderOfAMap() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", "a");
        one.put("amount", 3);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("amount", 3);
        other.put("name", "a");

        assertThat(GatewayClient.text(Map.of("in", one))).isEqualTo(GatewayClient.text(Map.of("in", other)));
    }

    @Test
    void whatAnEarlierAttemptMadeIsFoundBareUnderItemsAndInItsTerms() {
        assertThat(Found.by(json("[{\"name\": \"a\"}, {\"name\": \"b\", \"id\": \"2\"}]"), "name", "b"))
                .isNotNull();
        assertThat(Found.by(json("{\"items\": [{\"name\": \"b\"}]}"), "name", "b"))
                .isNotNull();
        assertThat(Found.by(json("[{\"terms\": {\"name\": \"b\"}}]"), "name", "b"))
                .isNotNull();
        assertThat(Found.by(json("[]"), "name", "b")).isNull();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
