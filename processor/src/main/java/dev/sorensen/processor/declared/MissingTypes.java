package dev.sorensen.processor.declared;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Finds types that do not exist, or not yet: another processor may still generate them. */
final class MissingTypes {

  private MissingTypes() {}

  /** Returns a missing type that a type's annotated members or supertypes refer to. */
  static Optional<String> find(TypeElement type, MaskMembers members) {
    return inHierarchy(type)
        .or(() -> members.all().stream().flatMap(member -> in(member.type()).stream()).findFirst());
  }

  private static Optional<String> inHierarchy(TypeElement type) {
    for (TypeMirror supertype : MaskMembers.supertypes(type)) {
      Optional<String> missing = in(supertype);
      if (missing.isEmpty() && supertype instanceof DeclaredType declared) {
        missing = inHierarchy((TypeElement) declared.asElement());
      }
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> in(TypeMirror type) {
    return Optional.ofNullable(type.accept(Finder.INSTANCE, null));
  }

  /** Returns the name of the first missing type inside a type. */
  private static final class Finder extends SimpleTypeVisitor14<@Nullable String, @Nullable Void> {

    static final Finder INSTANCE = new Finder();

    @Override
    public @Nullable String visitError(ErrorType type, @Nullable Void unused) {
      return type.toString();
    }

    @Override
    public @Nullable String visitArray(ArrayType type, @Nullable Void unused) {
      return type.getComponentType().accept(this, null);
    }

    @Override
    public @Nullable String visitWildcard(WildcardType type, @Nullable Void unused) {
      TypeMirror bound =
          type.getExtendsBound() != null ? type.getExtendsBound() : type.getSuperBound();
      return bound == null ? null : bound.accept(this, null);
    }

    @Override
    public @Nullable String visitDeclared(DeclaredType type, @Nullable Void unused) {
      for (TypeMirror argument : type.getTypeArguments()) {
        String missing = argument.accept(this, null);
        if (missing != null) {
          return missing;
        }
      }
      return null;
    }
  }
}
