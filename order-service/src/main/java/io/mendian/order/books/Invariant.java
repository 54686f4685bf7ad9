package io.mendian.order.books;

/** What always holds: a statement that counts what is looked at, and one that names what breaks it. */
record Invariant(String name, String scope, String counted, String offenders) {}
