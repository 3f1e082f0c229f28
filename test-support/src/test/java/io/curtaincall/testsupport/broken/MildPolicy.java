package io.curtaincall.testsupport.broken;

import java.net.URI;

record MildPolicy(URI allowed) {}
