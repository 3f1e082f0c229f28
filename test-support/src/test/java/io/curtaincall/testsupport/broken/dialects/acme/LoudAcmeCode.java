package io.curtaincall.testsupport.broken.dialects.acme;

public class LoudAcmeCode {}
