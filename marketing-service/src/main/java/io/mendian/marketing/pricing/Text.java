package io.mendian.marketing.pricing;

import java.util.Locale;

/** A sentence for a person, in both languages of the platform. */
public record Text(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
