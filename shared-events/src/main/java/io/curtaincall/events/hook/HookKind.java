package io.curtaincall.events.hook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The media servers whose own hooks are understood. Their names are stored for ever. */
public enum HookKind {
    NGINX_RTMP("nginx-rtmp", Proof.NONE),
    NODE_MEDIA_SERVER("node-media-server", Proof.NONE),
    SRS("srs", Proof.NONE),
    ORYX("oryx", Proof.SECRET_IF_WANTED),
    MEDIAMTX("mediamtx", Proof.NONE),
    LIVEKIT("livekit", Proof.KEY_AND_SECRET),
    OVENMEDIAENGINE("ovenmediaengine", Proof.SECRET_IF_WANTED),
    ANT_MEDIA("ant-media", Proof.NONE);

    private final String wireName;
    private final Proof proof;

    HookKind(String wireName, Proof proof) {
        this.wireName = wireName;
        this.proof = proof;
    }

    /** What a server shows beyond the secret in its hook URL. */
    public enum Proof {
        NONE,
        /** It may be given a secret to show or to sign with. */
        SECRET_IF_WANTED,
        /** It always signs, by a secret of a name. */
        KEY_AND_SECRET
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    public Proof proof() {
        return proof;
    }

    public static Optional<HookKind> find(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }

    /** @throws IllegalArgumentException if no media server goes by that name */
    @JsonCreator
    public static HookKind of(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown hook kind: " + wireName));
    }
}
