package io.curtaincall.dispatch.sending;

/** The way out to receivers. */
public interface CallbackSender {
    /** Sends once, never again by itself, and answers within the deadline whatever the receiver does. */
    Exchange send(CallbackRequest request);
}
