package io.curtaincall.directory;

/** placeholder */
final class DirectoryFeed {}
