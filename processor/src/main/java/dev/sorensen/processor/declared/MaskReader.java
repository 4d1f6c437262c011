package dev.sorensen.processor.declared;

import dev.sorensen.DiceLoss;
import dev.sorensen.EmptyMasks;
import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.LossSettings;
import dev.sorensen.processor.model.MaskPairs;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads annotated types into the model. */
public final class MaskReader {

  private final Elements elements;
  private final Types types;

  /** Creates a reader for a compilation. */
  public MaskReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns a type that does not exist (yet), without which the mask type cannot be read. */
  public Optional<String> missingType(TypeElement type) {
    return Stream.concat(Stream.of(type), truths(type).maskTypes().stream())
        .flatMap(mask -> MissingTypes.find(mask, MaskMembers.of(mask, elements, types)).stream())
        .findFirst();
  }

  private TruthTypes truths(TypeElement type) {
    return new TruthTypes(type, elements, types);
  }

  /** Returns whether each attribute has a value: a constant may still be generated. */
  public boolean hasValues(TypeElement type) {
    return isWellFormed(type) && truths(type).maskTypes().stream().allMatch(this::isWellFormed);
  }

  private boolean isWellFormed(TypeElement type) {
    return Stream.of(SegmentationMask.class, DiceLoss.class)
        .flatMap(annotation -> AnnotationUse.find(type, annotation, elements).stream())
        .allMatch(AnnotationUse::wellFormed);
  }

  /** Reports a type that has a loss and is no mask. */
  public void checkLossHasMask(TypeElement type, Diagnostics diagnostics) {
    Optional<AnnotationUse> loss = AnnotationUse.find(type, DiceLoss.class, elements);
    boolean isMask = AnnotationUse.find(type, SegmentationMask.class, elements).isPresent();
    if (loss.isPresent() && !isMask) {
      diagnostics.report(loss.get(), Message.LOSS_WITHOUT_MASK, type.getSimpleName());
    }
  }

  /**
   * Returns a mask type with the types of its truths; nothing if it has a mistake, which is then
   * reported. A truth with a mistake is left out: that is reported where it is declared.
   */
  public Optional<MaskPairs> readPairs(TypeElement type, Diagnostics diagnostics) {
    Optional<MaskType> prediction = read(type, diagnostics);
    TruthTypes declared = truths(type);
    declared.check(diagnostics);
    Map<String, MaskType> named = new LinkedHashMap<>();
    for (TypeElement truth : declared.maskTypes()) {
      read(truth, Diagnostics.silent())
          .ifPresent(mask -> named.put(truth.getQualifiedName().toString(), mask));
    }
    if (prediction.isPresent()) {
      declared.checkPairs(prediction.get(), List.copyOf(named.values()), diagnostics);
    }
    if (prediction.isEmpty() || diagnostics.erroneous()) {
      return Optional.empty();
    }
    List<MaskType> truths = new ArrayList<>(List.of(prediction.get()));
    named.values().stream().filter(mask -> !mask.equals(prediction.get())).forEach(truths::add);
    return Optional.of(new MaskPairs(prediction.get(), truths, List.copyOf(named.values())));
  }

  /** Returns the model of a mask type; nothing if it has a mistake, which is then reported. */
  private Optional<MaskType> read(TypeElement type, Diagnostics diagnostics) {
    AnnotationUse mask = AnnotationUse.find(type, SegmentationMask.class, elements).orElseThrow();
    Optional<AnnotationUse> lossUse = AnnotationUse.find(type, DiceLoss.class, elements);
    if (!isMaskKind(type, mask, diagnostics)) {
      return Optional.empty();
    }
    checkVisible(type, mask, diagnostics);

    MaskMembers members = MaskMembers.of(type, elements, types);
    MemberChecks memberChecks = new MemberChecks(type, elements, types, diagnostics);
    members.all().forEach(memberChecks::check);
    Optional<MaskMember> pixels = memberChecks.onePixels(mask, members.pixels());
    Optional<Format> format =
        pixels.flatMap(member -> new FormatReader(mask, diagnostics).read(member));
    memberChecks.checkExtents(mask, members.extents(), format);
    Optional<LossSettings> loss =
        lossUse.map(use -> new LossReader(use, diagnostics).read(format.map(Format::classes)));

    if (diagnostics.erroneous() || pixels.isEmpty() || format.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MaskType(
            typeRef(type, elements),
            format.get(),
            FormatReader.storage(pixels.get()),
            pixels.get().toModel(),
            members.extents().stream().map(MaskMember::toModel).toList(),
            mask.constant(EmptyMasks.class, "emptyMasks"),
            loss,
            isDeprecated(type) || members.all().stream().anyMatch(this::isDeprecated)));
  }

  private boolean isDeprecated(TypeElement type) {
    for (Element e = type; e instanceof TypeElement around; e = e.getEnclosingElement()) {
      if (elements.isDeprecated(around)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDeprecated(MaskMember member) {
    return elements.isDeprecated(
        member.element() instanceof RecordComponentElement component
            ? component.getAccessor()
            : member.element());
  }

  private static boolean isMaskKind(TypeElement type, AnnotationUse mask, Diagnostics diagnostics) {
    String kind =
        switch (type.getKind()) {
          case ENUM -> "an enum";
          case ANNOTATION_TYPE -> "an annotation";
          default -> "";
        };
    if (kind.isEmpty()) {
      return true;
    }
    diagnostics.report(mask, Message.MASK_KIND, type.getSimpleName(), kind);
    return false;
  }

  private static void checkVisible(TypeElement type, AnnotationUse mask, Diagnostics diagnostics) {
    for (Element e = type; e instanceof TypeElement around; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        diagnostics.report(mask, Message.MASK_PRIVATE, around.getSimpleName());
        return;
      }
    }
    for (Element e = type; e instanceof TypeElement around; e = e.getEnclosingElement()) {
      boolean inner =
          around.getNestingKind() == NestingKind.MEMBER
              && !around.getModifiers().contains(Modifier.STATIC);
      if (inner) {
        diagnostics.report(mask, Message.MASK_INNER, around.getSimpleName());
        return;
      }
    }
  }

  static TypeRef typeRef(TypeElement type, Elements elements) {
    List<String> names = new ArrayList<>();
    boolean visibleEverywhere = true;
    for (Element e = type; e instanceof TypeElement around; e = e.getEnclosingElement()) {
      names.addFirst(around.getSimpleName().toString());
      visibleEverywhere &= around.getModifiers().contains(Modifier.PUBLIC);
    }
    return new TypeRef(
        elements.getPackageOf(type).getQualifiedName().toString(),
        names,
        type.getTypeParameters().size(),
        visibleEverywhere);
  }
}
