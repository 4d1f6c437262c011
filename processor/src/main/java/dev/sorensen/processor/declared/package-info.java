/**
 * From what javac shows of a user's type to the model, or to messages that say what is wrong with
 * it and how to mend it. Every message of the processor stands in {@link
 * dev.sorensen.processor.declared.Message}.
 */
@NullMarked
package dev.sorensen.processor.declared;

import org.jspecify.annotations.NullMarked;
