package io.curtaincall.testsupport.broken;

class EndlessProjection {}
