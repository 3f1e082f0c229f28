package io.curtaincall.events.hook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The media servers whose own hooks are understood. Their names are stored for ever. */
public enum HookKind {
    NGINX_RTMP("nginx-rtmp", Proof.NONE, false),
    NODE_MEDIA_SERVER("node-media-server", Proof.NONE, false),
    SRS("srs", Proof.NONE, true),
    ORYX("oryx", Proof.SECRET_IF_WANTED, true),
    MEDIAMTX("mediamtx", Proof.NONE, false),
    LIVEKIT("livekit", Proof.KEY_AND_SECRET, false),
    OVENMEDIAENGINE("ovenmediaengine", Proof.SECRET_IF_WANTED, true),
    ANT_MEDIA("ant-media", Proof.NONE, false);

    private final String wireName;
    private final Proof proof;
    private final boolean namesHosts;

    HookKind(String wireName, Proof proof, boolean namesHosts) {
        this.wireName = wireName;
        this.proof = proof;
        this.namesHosts = namesHosts;
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

    /** Whether its hooks say at which of its virtual hosts a stream is. */
    public boolean namesHosts() {
        return namesHosts;
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
