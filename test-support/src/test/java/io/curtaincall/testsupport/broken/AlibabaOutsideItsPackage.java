package io.curtaincall.testsupport.broken;

class AlibabaOutsideItsPackage {}
