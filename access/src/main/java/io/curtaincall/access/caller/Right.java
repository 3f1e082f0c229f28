package io.curtaincall.access.caller;

/** What a request needs its caller to be let. */
public enum Right {
    /** To see what is the caller's, but for bodies of callbacks. */
    READ,
    READ_BODIES,
    /** To change what is the caller's, and to report. */
    WRITE,
    /** To issue, rotate and revoke an account's tokens and access keys. */
    MANAGE_CREDENTIALS,
    /** To see what is of the whole installation. */
    OVERSEE,
    /** To change what is of the whole installation. */
    OPERATE
}
