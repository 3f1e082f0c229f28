package io.curtaincall.config.domain;

/** How a domain comes to its first owner. */
public enum DomainRule {
    /** It belongs to the account that first configures it. */
    FIRST_USE,
    /** It belongs to nobody until the operator assigns it. */
    ASSIGNED
}
