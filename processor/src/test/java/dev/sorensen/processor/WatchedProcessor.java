package dev.sorensen.processor;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor with an eye on the files that it creates, even where the compilation fails. */
final class WatchedProcessor extends AbstractProcessor {

  /** What happens when a file is about to be created. */
  @FunctionalInterface
  interface Creation {
    void of(String type) throws IOException;
  }

  private final SorensenProcessor processor = new SorensenProcessor();
  private final List<String> created = new ArrayList<>();
  private final Creation creation;

  WatchedProcessor() {
    this(type -> {});
  }

  WatchedProcessor(Creation creation) {
    this.creation = creation;
  }

  /** Returns the names of the types whose files were created. */
  List<String> created() {
    return created;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Filer filer =
        proxy(
            Filer.class,
            environment.getFiler(),
            (method, arguments) -> {
              if (method.equals("createSourceFile")) {
                creation.of((String) arguments[0]);
                created.add((String) arguments[0]);
              }
              return null;
            });
    processor.init(
        proxy(
            ProcessingEnvironment.class,
            environment,
            (method, arguments) -> method.equals("getFiler") ? filer : null));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return processor.getSupportedOptions();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @FunctionalInterface
  private interface Answers {
    /** Returns the answer to a call, or null for that of the original. */
    Object to(String method, Object[] arguments) throws IOException;
  }

  private static <T> T proxy(Class<T> type, T original, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = answers.to(method.getName(), arguments);
              if (answer != null) {
                return answer;
              }
              try {
                return method.invoke(original, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
