package io.curtaincall.dispatch.sending;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The operator's proxy did not let us through; the receiver was sent nothing. */
final class EgressProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    EgressProxyException(String why) {
        this(why, null);
    }

    EgressProxyException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
