package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is built on the library uses its public API only, and does not read its maps and bytes to
 * learn what a method can tell. Where it had to, a method is missing.
 */
class PublicApiUseTest {
  private static final List<Path> USERS =
      Stream.of("src/adapters", "src/reliability/soak", "benchmarks/accuracy", "docs/examples")
          .map(Path::of)
          .toList();

  /** What sources must not have, by what to use in its place. */
  private static final Map<String, Pattern> DETOURS =
      Map.of(
          "a getter in place of a key of a map",
          Pattern.compile("\\btoMap\\(\\)\\s*\\.\\s*get\\("),
          "dropped() in place of encoded bits",
          Pattern.compile("\\bBase64\\b"),
          "a public type in place of an internal one",
          Pattern.compile("\\bio\\.github\\.dropblock\\.internal\\."),
          "a method of the type that is read in place of a cast",
          Pattern.compile("\\([A-Z][\\w.]*(<[^()]*>)?\\)\\s*[\\w.]*\\bfrom(Map|Bytes)\\("));

  /** Folders with a reason to use an internal type. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "/soak/generator/",
          "writes the words of the generator, which no user sees, for test batteries");

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }

  private static Stream<String> detours(Path file) {
    String text = text(file);
    return DETOURS.entrySet().stream()
        .filter(detour -> detour.getValue().matcher(text).find())
        .map(detour -> file + ": use " + detour.getKey());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isException(Path file) {
    String path = file.toString().replace('\\', '/');
    return EXCEPTIONS.keySet().stream().anyMatch(path::contains);
  }

  @Test
  void usersOfTheLibraryTakeNoDetours() throws IOException {
    for (Path folder : USERS) {
      List<Path> sources = sources(folder);
      assertTrue(sources.size() > 5, folder::toString);
      assertEquals(
          List.of(),
          sources.stream()
              .filter(file -> !isException(file))
              .flatMap(PublicApiUseTest::detours)
              .toList());
    }
  }

  @Test
  void eachDetourIsSeen() {
    for (String detour :
        List.of(
            "mask.toMap().get(\"dropped\")",
            "Base64.getDecoder()",
            "import io.github.dropblock.internal.random.Threefry;",
            "(KeepProbRegularizer) Regularizer.fromMap(map)",
            "(DropBlock) fromBytes(bytes)")) {
      assertEquals(
          1,
          DETOURS.values().stream().filter(pattern -> pattern.matcher(detour).find()).count(),
          detour);
    }
  }
}
