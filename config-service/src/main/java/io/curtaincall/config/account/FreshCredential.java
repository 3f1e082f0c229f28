package io.curtaincall.config.account;

/** @param secret in clear, to be shown once */
record FreshCredential(Proof proof, String secret) {
    @Override
    public String toString() {
        return "FreshCredential[" + proof.id() + "]";
    }
}
