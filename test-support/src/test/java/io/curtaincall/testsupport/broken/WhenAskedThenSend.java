package io.curtaincall.testsupport.broken;

class WhenAskedThenSend {}
