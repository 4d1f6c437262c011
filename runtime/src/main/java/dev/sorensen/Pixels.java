package dev.sorensen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one member of a {@link SegmentationMask} type that holds its data: a record component,
 * a field, or a method without parameters.
 *
 * <p>The evaluator reads the member once a call, and never writes to the array that it gets.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Pixels {}
