package io.curtaincall.dispatch.sending;

import java.io.IOException;

/** An address that the egress policy refuses; nothing was dialled. */
final class UnsafeAddressException extends IOException {
    UnsafeAddressException(String why) {
        super(why);
    }
}
