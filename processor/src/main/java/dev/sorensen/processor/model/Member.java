package dev.sorensen.processor.model;

import java.util.Locale;

/**
 * A member of a mask type that is read: a record component, a field or a method.
 *
 * @param name the name in the source
 * @param access how it is read
 */
public record Member(String name, Access access) {

  /** How a member is read. */
  public enum Access {
    /** By its name. */
    FIELD,
    /** By a call of a record's accessor, which users know by the component's name. */
    COMPONENT,
    /** By a call. */
    METHOD
  }

  /** Returns the name as messages show it. */
  public String displayName() {
    return access == Access.METHOD ? name + "()" : name;
  }

  /** Returns the name of what it holds, as part of other names: {@code words} of getWords(). */
  public String noun() {
    boolean getter =
        access == Access.METHOD
            && name.startsWith("get")
            && name.length() > 3
            && Character.isUpperCase(name.charAt(3));
    return getter ? name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4) : name;
  }

  /** Returns the noun behind a prefix, {@code predictionWords}. */
  public String nounAfter(String prefix) {
    String noun = noun();
    return prefix + noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
  }
}
