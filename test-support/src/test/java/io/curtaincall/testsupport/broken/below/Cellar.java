package io.curtaincall.testsupport.broken.below;

import io.curtaincall.testsupport.broken.above.Roof;
import java.util.List;

public record Cellar(List<Roof> roofs) {}
