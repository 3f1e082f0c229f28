package io.curtaincall.dispatch.hook.file;

import java.nio.file.Path;

/** Tells what is inside a recorded file. */
public interface MediaProbe {
    Result probe(Path file) throws InterruptedException;

    /** What came of it. */
    sealed interface Result {}

    record Found(Media media) implements Result {}

    /** The file can be read, but there is nothing in it. */
    record Nothing() implements Result {}

    record Unreadable() implements Result {}

    /** There is no probe here, or it took too long. */
    record Unknown() implements Result {}
}
