package io.curtaincall.events.hook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The media servers whose own hooks are understood. */
public enum HookKind {
    NGINX_RTMP("nginx-rtmp"),
    NODE_MEDIA_SERVER("node-media-server"),
    SRS("srs");

    private final String wireName;

    HookKind(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** @throws IllegalArgumentException if no media server goes by that name */
    @JsonCreator
    public static HookKind of(String wireName) {
        for (HookKind kind : values()) if (kind.wireName.equals(wireName)) return kind;
        throw new IllegalArgumentException("unknown hook kind: " + wireName);
    }
}
