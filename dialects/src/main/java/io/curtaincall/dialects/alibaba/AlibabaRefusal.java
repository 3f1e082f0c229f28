package io.curtaincall.dialects.alibaba;

/** Carries an {@link AlibabaError} to the endpoint. */
final class AlibabaRefusal extends RuntimeException {
    private final transient AlibabaError error;

    AlibabaRefusal(AlibabaError error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    AlibabaError error() {
        return error;
    }
}
