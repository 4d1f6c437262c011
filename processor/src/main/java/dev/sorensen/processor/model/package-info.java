/**
 * What a user declared, as plain records: no type of javac's, and nothing about how code is
 * printed.
 */
@NullMarked
package dev.sorensen.processor.model;

import org.jspecify.annotations.NullMarked;
