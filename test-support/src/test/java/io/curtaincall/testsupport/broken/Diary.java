package io.curtaincall.testsupport.broken;

import java.util.Calendar;

record Diary(Calendar pages) {}
