package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.wire.Percent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Where a file is: in a bucket, if the event says so or its URI is of one; else the bucket and its place are empty.
 *
 * @param location an address, as the vendor's sample has it
 */
record StoredFile(String downloadUrl, String location, String bucket, String object) {
    private static final Set<String> OF_BUCKETS = Set.of("obs", "s3", "oss", "tos");

    static StoredFile of(JsonNode file) {
        String uri = file.path("uri").asString("");
        String bucket = file.path("bucket").asString("");
        String object = file.path("object").asString("");
        String location = location(file.path("endpoint").asString(""));
        String[] address = uri.split("://", 2);
        if (bucket.isEmpty() && address.length == 2 && OF_BUCKETS.contains(address[0])) {
            // an object's name is a text, in which # and ? and % mean nothing
            String[] place = address[1].split("/", 2);
            bucket = place[0];
            object = bucket.isEmpty() || place.length < 2 ? "" : place[1];
        }
        return new StoredFile(downloadUrl(uri, location, bucket, object), location, bucket, object);
    }

    /** One that can be got by HTTP stays; one in a bucket has its object's path there; any other is told as it is. */
    private static String downloadUrl(String uri, String location, String bucket, String object) {
        boolean known = !location.isEmpty() && !bucket.isEmpty() && !object.isEmpty();
        if (uri.startsWith("http:") || uri.startsWith("https:") || !known) return uri;
        String path = Arrays.stream(object.split("/", -1)).map(Percent::encode).collect(Collectors.joining("/"));
        return location + "/" + Percent.encode(bucket) + "/" + path;
    }

    private static String location(String endpoint) {
        return endpoint.isEmpty() || endpoint.contains("://") ? endpoint : "https://" + endpoint;
    }
}
