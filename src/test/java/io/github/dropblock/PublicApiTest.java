package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users can name: it says since when it is there, and leads to nothing internal. */
class PublicApiTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> EXPORTED =
      List.of("io/github/dropblock", "io/github/dropblock/schedule", "io/github/dropblock/tensor");

  /** The public top-level types of the exported packages. */
  static List<Class<?>> types() throws IOException, ReflectiveOperationException {
    List<Class<?>> types = new ArrayList<>();
    for (String folder : EXPORTED) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          if (!name.equals("package-info")) {
            types.add(Class.forName(folder.replace('/', '.') + "." + name));
          }
        }
      }
    }
    types.removeIf(type -> !Modifier.isPublic(type.getModifiers()));
    assertTrue(types.size() > 20, types::toString);
    return types;
  }

  @ParameterizedTest
  @MethodSource("types")
  void saysSinceWhen(Class<?> type) throws IOException {
    Path file = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
    String javadoc = Files.readString(file).split("\npublic ", 2)[0];
    assertTrue(javadoc.contains(" * @since "), () -> type + " has no @since");
  }

  @ParameterizedTest
  @MethodSource("types")
  void namesNothingInternal(Class<?> type) {
    Set<String> named = new TreeSet<>();
    for (Method method : type.getMethods()) {
      if (method.getDeclaringClass().getName().startsWith("io.github.dropblock")) {
        name(named, method, method.getGenericReturnType());
      }
    }
    Arrays.stream(type.getConstructors()).forEach(made -> name(named, made, type));
    for (Field field : type.getFields()) {
      named.add(field.getGenericType().getTypeName());
    }
    named.removeIf(name -> !name.contains("io.github.dropblock.internal"));
    assertEquals(Set.of(), named);
  }

  private static void name(Set<String> named, Executable executable, Type returned) {
    named.add(returned.getTypeName());
    Stream.of(executable.getGenericParameterTypes(), executable.getGenericExceptionTypes())
        .flatMap(Arrays::stream)
        .forEach(type -> named.add(type.getTypeName()));
  }
}
