package io.curtaincall.allinone.demo;

/** Something the demo promised to show does not hold; says what. */
public final class DemoFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailedException(String sentence) {
        super(sentence);
    }

    DemoFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
