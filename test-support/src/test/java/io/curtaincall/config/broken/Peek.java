package io.curtaincall.config.broken;

import io.curtaincall.query.broken.Row;

record Peek(Row row) {}
