package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.internal.codec.SerialProxy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The metadata for GraalVM Native Image has the keys of its schema (version 1.2.0), and names what
 * exists. A native image itself is not built here.
 */
class ReachabilityMetadataTest {
  private static final String FILE =
      "/META-INF/native-image/io.github.dropblock/dropblock/reachability-metadata.json";

  /** Keys of an element of "reflection" in the schema that are used, and the class of the value. */
  private static final Map<String, Class<?>> KEYS =
      Map.of(
          "reason", String.class,
          "condition", Map.class,
          "type", String.class,
          "methods", List.class,
          "serializable", Boolean.class);

  private static final Pattern NAME_IN_CODE =
      Pattern.compile("\"((?:java|com\\.sun|jdk)\\.[a-z.]+\\.[A-Z]\\w+)\"");

  private final Map<String, Object> metadata;

  ReachabilityMetadataTest() throws IOException {
    try (InputStream in = DropBlock.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      metadata =
          JsonDialect.JACKSON.parse(
              text.replaceAll("(?<=[\\[\\]{}:,\"])\\s+|\\s+(?=[\\[\\]{}])", "").strip());
    }
  }

  private List<Map<?, ?>> elements() {
    List<Map<?, ?>> elements = new ArrayList<>();
    ((List<?>) metadata.get("reflection")).forEach(element -> elements.add((Map<?, ?>) element));
    return elements;
  }

  @Test
  void theKeysAreThoseOfTheSchema() {
    assertEquals(Set.of("comment", "reflection"), metadata.keySet());
    assertTrue(metadata.get("comment") instanceof String);
    assertTrue(elements().size() > 20);
    for (Map<?, ?> element : elements()) {
      assertTrue(element.containsKey("type"), element::toString);
      element.forEach(
          (key, value) -> assertTrue(KEYS.get(key).isInstance(value), () -> key + ": " + value));
    }
  }

  @Test
  void conditionsNameClassesOfTheLibrary() throws ReflectiveOperationException {
    for (Map<?, ?> element : elements()) {
      if (element.get("condition") instanceof Map<?, ?> condition) {
        assertEquals(Set.of("typeReached"), condition.keySet());
        String name = (String) condition.get("typeReached");
        Class<?> type = Class.forName(name, false, DropBlock.class.getClassLoader());
        assertTrue(type.getName().startsWith("io.github.dropblock."), name);
      }
    }
  }

  /** Those of a newer JDK exist there alone. */
  @Test
  void methodsExist() throws ReflectiveOperationException {
    int found = 0;
    for (Map<?, ?> element : elements()) {
      if (element.get("methods") instanceof List<?> methods && isOnThisJdk(element.toString())) {
        for (Object method : methods) {
          Map<?, ?> m = (Map<?, ?>) method;
          assertEquals(Set.of("name", "parameterTypes"), m.keySet());
          Class<?> type = Class.forName((String) element.get("type"));
          type.getMethod((String) m.get("name"), types((List<?>) m.get("parameterTypes")));
          found++;
        }
      }
    }
    assertTrue(found >= 3, "" + found);
  }

  private static boolean isOnThisJdk(String element) {
    return Runtime.version().feature() >= 22 || !element.contains("java.lang.foreign");
  }

  private static Class<?>[] types(List<?> names) throws ClassNotFoundException {
    Class<?>[] types = new Class<?>[names.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = names.get(i).equals("long") ? long.class : Class.forName((String) names.get(i));
    }
    return types;
  }

  /** Each class that the code names in a string has an element. */
  @Test
  void namesInTheCodeAreListed() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        NAME_IN_CODE.matcher(Files.readString(file)).results().forEach(r -> named.add(r.group(1)));
      }
    }
    assertTrue(named.size() >= 3, named::toString);
    elements().forEach(element -> named.remove((String) element.get("type")));
    assertEquals(Set.of(), named);
  }

  /** Each type that a stream can hold, or that is written by its proxy, is listed. */
  @Test
  void serializableTypesAreListed() throws Exception {
    Set<String> listed = new TreeSet<>();
    for (Map<?, ?> element : elements()) {
      if (element.containsKey("serializable")) {
        listed.add(Class.forName((String) element.get("type")).getName());
      }
    }
    Set<String> written = new TreeSet<>();
    List<Object> objects = new ArrayList<>(JavaSerializationTest.values());
    objects.addAll(JavaSerializationTest.regularizers());
    objects.addAll(Schedules.ofEachKind());
    for (Object object : objects) {
      written.add(object.getClass().getName());
      Class<?> inStream = JavaStreams.firstClass(JavaStreams.write(object));
      if (SerialProxy.class.isAssignableFrom(inStream)) {
        written.add(inStream.getName());
      }
    }
    assertEquals(written, listed);
  }
}
