package io.mendian.order.ordering;

import io.mendian.order.ordering.client.MarketingClient;
import tools.jackson.databind.JsonNode;

/** What marketing-service was asked and all it answered: enough to price the order again years later. */
record StoredQuote(MarketingClient.QuoteRequest asked, JsonNode answer) {}
