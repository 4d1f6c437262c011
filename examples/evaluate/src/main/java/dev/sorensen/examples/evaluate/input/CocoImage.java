package dev.sorensen.examples.evaluate.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An image of a JSON file of COCO.
 *
 * @param id by which objects name it
 * @param width in pixels
 * @param height in pixels
 * @param fileName the name of its file, which may be missing
 */
public record CocoImage(
    @JsonProperty(required = true) long id,
    @JsonProperty(required = true) int width,
    @JsonProperty(required = true) int height,
    @JsonProperty("file_name") @Nullable String fileName) {}
