package io.curtaincall.testsupport.broken.dialects.port;

public interface QuietPort {}
