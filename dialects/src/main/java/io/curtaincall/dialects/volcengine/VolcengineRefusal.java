package io.curtaincall.dialects.volcengine;

/** Carries a {@link VolcengineError} to the endpoint. */
final class VolcengineRefusal extends RuntimeException {
    private final transient VolcengineError error;

    VolcengineRefusal(VolcengineError error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    VolcengineError error() {
        return error;
    }
}
