package dev.sorensen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a dimension of a {@link SegmentationMask} type, in pixels: a record component, a field, or
 * a method without parameters, of type {@code int} or {@code long}.
 *
 * <p>The product of a mask's extents is its number of pixels, and masks are compared only when each
 * of their extents agrees. The outermost dimension comes last, as in width, height, depth. Types
 * with one element a pixel ({@link Layout#BYTE}, {@link Layout#SHORT}, {@link Layout#FLOAT}, {@link
 * Layout#DOUBLE}) may leave extents out: then the array's length is the number of pixels.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Extent {}
