package dev.sorensen.processor.declared;

import dev.sorensen.processor.model.BenchmarkPair;
import dev.sorensen.processor.model.ConstructibleMask;
import dev.sorensen.processor.model.MaskPairs;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Member;
import dev.sorensen.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Which pairs of mask types can be measured: those of which generated code can make masks. */
public final class BenchmarkReader {

  private final Elements elements;
  private final Types types;

  /** Creates a reader for a compilation. */
  public BenchmarkReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns the pairs of a prediction type that can be measured, and notes why others cannot. */
  public List<BenchmarkPair> read(TypeElement type, MaskPairs pairs, Diagnostics diagnostics) {
    MaskType prediction = pairs.prediction();
    String name = displayName(prediction);
    if (prediction.type().packageName().isEmpty()) {
      diagnostics.report(type, Message.BENCHMARK_PACKAGE, name);
      return List.of();
    }
    Optional<ConstructibleMask> own =
        new Constructors(prediction, type, name, type, diagnostics).read();
    if (own.isEmpty()) {
      return List.of();
    }
    List<BenchmarkPair> measured = new ArrayList<>();
    for (MaskType truth : pairs.truths()) {
      Optional<ConstructibleMask> other =
          truth.equals(prediction)
              ? own
              : new Constructors(
                      truth,
                      elements.getTypeElement(qualifiedName(truth.type())),
                      name + " against " + displayName(truth),
                      type,
                      diagnostics)
                  .read();
      other.ifPresent(made -> measured.add(new BenchmarkPair(own.get(), made)));
    }
    return measured;
  }

  private static String displayName(MaskType mask) {
    return String.join(".", mask.type().simpleNames());
  }

  private static String qualifiedName(TypeRef type) {
    return type.inItsPackage(String.join(".", type.simpleNames()));
  }

  /** The constructors of a mask type, as the package of the prediction sees them. */
  private final class Constructors {

    private final MaskType mask;
    private final TypeElement type;
    private final String measured;
    private final TypeElement prediction;
    private final Diagnostics diagnostics;
    private final List<MaskMember> members;

    /**
     * Looks at a type.
     *
     * @param measured what there is no benchmark of if there is no constructor
     * @param prediction where this is said
     */
    Constructors(
        MaskType mask,
        TypeElement type,
        String measured,
        TypeElement prediction,
        Diagnostics diagnostics) {
      this.mask = mask;
      this.type = type;
      this.measured = measured;
      this.prediction = prediction;
      this.diagnostics = diagnostics;
      this.members = MaskMembers.of(type, elements, types).all();
    }

    Optional<ConstructibleMask> read() {
      Optional<String> obstacle = obstacle();
      if (obstacle.isPresent()) {
        diagnostics.report(
            prediction, Message.BENCHMARK_KIND, measured, displayName(mask), obstacle.get());
        return Optional.empty();
      }
      for (ExecutableElement constructor :
          ElementFilter.constructorsIn(type.getEnclosedElements())) {
        Optional<List<Member>> parameters = parameters(constructor);
        if (parameters.isPresent() && isCallable(constructor)) {
          return Optional.of(
              new ConstructibleMask(mask, parameters.get(), elements.isDeprecated(constructor)));
        }
      }
      diagnostics.report(
          prediction,
          Message.BENCHMARK_CONSTRUCTOR,
          measured,
          displayName(mask),
          members.stream()
              .map(member -> member.type() + " " + member.toModel().noun())
              .collect(Collectors.joining(", ", "(", ")")),
          elements.getPackageOf(prediction).getQualifiedName());
      return Optional.empty();
    }

    private Optional<String> obstacle() {
      if (type.getKind() == ElementKind.INTERFACE) {
        return Optional.of("is an interface");
      }
      if (type.getModifiers().contains(Modifier.ABSTRACT)) {
        return Optional.of("is abstract");
      }
      return type.getTypeParameters().isEmpty()
          ? Optional.empty()
          : Optional.of("has type parameters");
    }

    private boolean isCallable(ExecutableElement constructor) {
      boolean visible =
          elements.getPackageOf(type).equals(elements.getPackageOf(prediction))
              ? !constructor.getModifiers().contains(Modifier.PRIVATE)
              : constructor.getModifiers().contains(Modifier.PUBLIC);
      return visible
          && constructor.getThrownTypes().stream()
              .noneMatch(thrown -> MemberChecks.isChecked(thrown, elements, types));
    }

    /** The members that a constructor takes; nothing if it takes others, or not all. */
    private Optional<List<Member>> parameters(ExecutableElement constructor) {
      List<? extends VariableElement> parameters = constructor.getParameters();
      List<String> names = names(parameters);
      List<MaskMember> found = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        VariableElement parameter = parameters.get(i);
        String name = names.get(i);
        members.stream()
            .filter(member -> member.name().equals(name) || member.toModel().noun().equals(name))
            .filter(member -> !found.contains(member) && takes(parameter, member))
            .findFirst()
            .ifPresent(found::add);
      }
      return found.size() == parameters.size() && found.size() == members.size()
          ? Optional.of(found.stream().map(MaskMember::toModel).toList())
          : Optional.empty();
    }

    /**
     * Names as in the source. Class files keep those of components, and few others: a constructor
     * with a record's components is its canonical one.
     */
    private List<String> names(List<? extends VariableElement> parameters) {
      List<? extends RecordComponentElement> components = type.getRecordComponents();
      boolean canonical = !components.isEmpty() && components.size() == parameters.size();
      for (int i = 0; canonical && i < parameters.size(); i++) {
        canonical = types.isSameType(components.get(i).asType(), parameters.get(i).asType());
      }
      List<? extends Element> named = canonical ? components : parameters;
      return named.stream().map(element -> element.getSimpleName().toString()).toList();
    }

    /** Whether a parameter is for a member. A number of pixels is an int: a long takes it too. */
    private boolean takes(VariableElement parameter, MaskMember member) {
      TypeKind kind = parameter.asType().getKind();
      boolean isExtent = !member.toModel().equals(mask.data());
      return isExtent
          ? kind == TypeKind.INT || kind == TypeKind.LONG
          : types.isSameType(parameter.asType(), member.type());
    }
  }
}
