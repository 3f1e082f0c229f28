package io.curtaincall.testsupport.broken;

class KeyDataKeeper {}
