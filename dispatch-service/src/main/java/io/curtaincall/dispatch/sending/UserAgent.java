package io.curtaincall.dispatch.sending;

import java.util.Objects;

/** How we introduce ourselves to receivers. */
public final class UserAgent {
    private UserAgent() {}

    /** {@code Curtaincall/} and the version in the manifest; from plain class folders there is none. */
    public static String ofThisBuild() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return "Curtaincall/" + Objects.requireNonNullElse(version, "dev");
    }
}
