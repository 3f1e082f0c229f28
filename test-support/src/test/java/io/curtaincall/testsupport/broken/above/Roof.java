package io.curtaincall.testsupport.broken.above;

import io.curtaincall.testsupport.broken.below.Cellar;

public record Roof(Cellar cellar) {}
