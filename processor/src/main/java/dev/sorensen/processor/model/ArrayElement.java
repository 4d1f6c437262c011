package dev.sorensen.processor.model;

/** The element type of the array that holds a mask's data. */
public enum ArrayElement {
  LONG,
  BYTE,
  SHORT,
  FLOAT,
  DOUBLE,
  INT
}
