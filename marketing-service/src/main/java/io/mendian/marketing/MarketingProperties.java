package io.mendian.marketing;

import io.mendian.marketing.pricing.Rounding;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service.
 *
 * @param zone whose calendar days bound a coupon's validity when its template names no zone of its own
 * @param levelRounding whether a level discount is rounded per piece (price tag × pieces = line) or once per line
 * @param searchLimit how many combinations of rules a quote looks at before it says how far it may be from the best
 * @param roundingUpAllowed whether a store may round up what a customer pays; charging above the tag is price fraud in China
 */
@ConfigurationProperties("mendian.marketing")
public record MarketingProperties(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("PIECE") Rounding levelRounding,
        @DefaultValue("10000") int searchLimit,
        @DefaultValue("false") boolean roundingUpAllowed) {}
