package dev.callboard.plan.table;

/** What a column of a table is for. */
public interface Heading {

  /** As findings name it. */
  String word();
}
