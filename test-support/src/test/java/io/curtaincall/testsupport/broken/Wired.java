package io.curtaincall.testsupport.broken;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class Wired {
    @Autowired
    @Nullable
    Runnable wire;
}
