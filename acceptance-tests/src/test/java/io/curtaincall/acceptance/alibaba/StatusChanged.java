package io.curtaincall.acceptance.alibaba;

/** The body that tells of a recording's status, field by field as documented. */
public record StatusChanged(String domain, String app, String stream, String event) {}
