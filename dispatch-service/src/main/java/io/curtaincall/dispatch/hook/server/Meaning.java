package io.curtaincall.dispatch.hook.server;

/**
 * What a hook means.
 *
 * @param client the server's name for the session, unique only as long as the server runs; empty where it has none: then a
 *     stream has one session at a time
 */
public record Meaning(String app, String stream, String client, Signal signal) {}
