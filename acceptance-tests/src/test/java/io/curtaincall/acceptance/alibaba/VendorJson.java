package io.curtaincall.acceptance.alibaba;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What an SDK made of an answer, under the names of the vendor's pages; what it did not find is missing. */
final class VendorJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.USE_STD_BEAN_NAMING)
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private VendorJson() {}

    static JsonNode of(Object answer) {
        return JSON.valueToTree(answer);
    }
}
