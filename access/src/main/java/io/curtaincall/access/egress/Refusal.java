package io.curtaincall.access.egress;

/**
 * Why a callback may not go somewhere.
 *
 * @param malformed true if it is no URL we accept at all, false if it is one we do not call
 */
public record Refusal(boolean malformed, String why) {
    static Refusal malformed(String why) {
        return new Refusal(true, why);
    }

    static Refusal unsafe(String why) {
        return new Refusal(false, why);
    }
}
