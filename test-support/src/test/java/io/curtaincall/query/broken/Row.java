package io.curtaincall.query.broken;

import io.curtaincall.embedded.broken.Shelf;

public record Row(Shelf shelf) {}
