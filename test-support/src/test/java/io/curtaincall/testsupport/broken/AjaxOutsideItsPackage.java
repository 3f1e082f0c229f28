package io.curtaincall.testsupport.broken;

class AjaxOutsideItsPackage {}
