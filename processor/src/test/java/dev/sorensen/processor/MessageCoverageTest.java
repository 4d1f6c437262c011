package dev.sorensen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sorensen.processor.declared.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** No message without a test. */
class MessageCoverageTest {

  @Test
  void everyMessageIsProvokedByATest() {
    Set<Message> untested = EnumSet.allOf(Message.class);
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("dev.sorensen.processor")
            .stream()
            .flatMap(MessageCoverageTest::reported)
            .forEach(untested::remove);
    assertThat(untested).as("messages without a test that has @Reports").isEmpty();
  }

  private static Stream<Message> reported(JavaClass type) {
    return type.getMethods().stream()
        .filter(
            method ->
                method.isAnnotatedWith(Test.class)
                    || method.isAnnotatedWith(ParameterizedTest.class))
        .flatMap(method -> method.tryGetAnnotationOfType(Reports.class).stream())
        .flatMap(reports -> Stream.of(reports.value()));
  }

  @Test
  void idsAreReadable() {
    assertThat(Message.PIXELS_MISSING.id()).isEqualTo("SorensenPixelsMissing");
    assertThat(Message.INTERNAL.id()).isEqualTo("SorensenInternal");
    assertThat(Stream.of(Message.values()).map(Message::id).toList()).doesNotHaveDuplicates();
  }

  @Test
  void textsAreWholeSentences() {
    for (Message message : Message.values()) {
      List<Object> arguments = List.of(1, 2, 3, 4, 5, 6);
      assertThat(message.format(arguments.toArray()))
          .startsWith("[" + message.id() + "] ")
          .matches("(?s).*[.?\\d]");
    }
  }
}
