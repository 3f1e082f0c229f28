package io.curtaincall.dialects.huawei;

/** Carries a {@link HuaweiError} to the endpoint. */
final class HuaweiRefusal extends RuntimeException {
    private final transient HuaweiError error;

    HuaweiRefusal(HuaweiError error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    HuaweiError error() {
        return error;
    }
}
