package io.curtaincall.testsupport.broken;

/** Says something, although a word that says nothing begins like it. */
class Database {}
