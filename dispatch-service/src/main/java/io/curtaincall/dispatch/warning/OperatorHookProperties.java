package io.curtaincall.dispatch.warning;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code dispatch.operator-hook.*}
 *
 * @param url who is warned; without one nobody is
 * @param secret {@code whsec_} and base64, by which warnings are signed as Standard Webhooks says
 */
@ConfigurationProperties("dispatch.operator-hook")
record OperatorHookProperties(String url, String secret) {
    @Override
    public String toString() {
        return "OperatorHookProperties[not shown]";
    }
}
