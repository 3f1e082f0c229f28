package io.curtaincall.events.account;

/**
 * A secret as ciphertext, the only form in which one enters an event.
 *
 * @param keyId names the master key that sealed it
 * @param ciphertext base64 of nonce, AES-GCM ciphertext and tag
 */
public record SealedSecret(String keyId, String ciphertext) {}
