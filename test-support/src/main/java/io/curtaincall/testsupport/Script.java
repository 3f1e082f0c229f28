package io.curtaincall.testsupport;

/** Decides the answer to the nth request (from 1) to one path. */
@FunctionalInterface
public interface Script {
    Answer answerTo(int nth, ReceivedRequest request);

    static Script always(Answer answer) {
        return (nth, request) -> answer;
    }

    /** Fails so many times, then accepts. */
    static Script failing(int times, Answer failure) {
        return (nth, request) -> nth <= times ? failure : Answer.ok();
    }

    /** Each answer once, in order; the last one for ever. */
    static Script inTurn(Answer... answers) {
        return (nth, request) -> answers[Math.min(nth, answers.length) - 1];
    }
}
