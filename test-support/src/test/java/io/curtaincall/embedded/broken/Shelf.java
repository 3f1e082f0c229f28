package io.curtaincall.embedded.broken;

public record Shelf(String name) {}
