package io.github.dropblock;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules for the library's own sources, read from the source files without their comments. */
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path LIBRARY = Path.of("io/github/dropblock");
  private static final Path KERNELS = LIBRARY.resolve("internal/kernel");
  private static final Path MODULE = Path.of("module-info.java");

  /** The packages that each package may use: arrows run one way. "" is the root package. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry(
              "",
              Set.of(
                  "tensor",
                  "schedule",
                  "internal.apply",
                  "internal.bits",
                  "internal.check",
                  "internal.codec",
                  "internal.kernel",
                  "internal.mask",
                  "internal.random",
                  "internal.statistics")),
          entry("schedule", Set.of("internal.check", "internal.codec")),
          entry("tensor", Set.of("internal.check", "internal.codec")),
          entry(
              "internal.apply",
              Set.of(
                  "tensor",
                  "internal.bits",
                  "internal.check",
                  "internal.kernel",
                  "internal.random")),
          entry("internal.mask", Set.of("internal.bits", "internal.kernel", "internal.random")),
          entry("internal.kernel", Set.of("internal.bits", "internal.random")),
          entry("internal.statistics", Set.of("tensor")),
          entry("internal.bits", Set.of()),
          entry("internal.random", Set.of()),
          entry("internal.check", Set.of()),
          entry("internal.codec", Set.of()));

  private static final int MAX_LINES = 300;

  /** The root package is the shop: what is not to be named from outside belongs to a room. */
  private static final int MAX_HIDDEN_TYPES_OF_ROOT = 7;

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern NAME_OF_OURS =
      Pattern.compile("\\bio\\.github\\.dropblock((?:\\.[a-z]\\w*)*)\\.[A-Z*]");
  private static final Pattern PRINTING =
      Pattern.compile("\\bSystem\\s*\\.\\s*(out|err)\\b|\\bprintStackTrace\\b");

  /** Text of each source file, by its path below the source folder. */
  private static final Map<Path, String> TEXTS = new TreeMap<>();

  @BeforeAll
  static void readSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        TEXTS.put(SOURCES.relativize(file), Files.readString(file));
      }
    }
  }

  private static String code(Path file) {
    return COMMENT.matcher(TEXTS.get(file)).replaceAll(" ");
  }

  private static String packageOf(Path file) {
    Path relative = LIBRARY.relativize(file.getParent());
    return relative.toString().replace(relative.getFileSystem().getSeparator(), ".");
  }

  /** The packages of ours that imports and full names in the code refer to. */
  private static Set<String> uses(String code) {
    return NAME_OF_OURS
        .matcher(code)
        .results()
        .map(ArchitectureTest::packageName)
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static String packageName(MatchResult found) {
    String name = found.group(1);
    return name.isEmpty() ? "" : name.substring(1);
  }

  private static List<Path> libraryFiles() {
    return TEXTS.keySet().stream().filter(file -> file.startsWith(LIBRARY)).toList();
  }

  @Test
  void eachPackageHasARule() {
    Set<String> packages = new TreeSet<>();
    libraryFiles().forEach(file -> packages.add(packageOf(file)));
    assertEquals(new TreeSet<>(ALLOWED.keySet()), packages);
  }

  @Test
  void theRootPackageShowsWhatUsersName() {
    List<Path> hidden =
        libraryFiles().stream()
            .filter(file -> packageOf(file).isEmpty())
            .filter(file -> !file.endsWith("package-info.java"))
            .filter(file -> !TEXTS.get(file).contains("\npublic "))
            .toList();
    assertTrue(hidden.size() <= MAX_HIDDEN_TYPES_OF_ROOT, hidden::toString);
  }

  @Test
  void packagesDependOneWay() {
    for (Path file : libraryFiles()) {
      Set<String> forbidden = uses(code(file));
      forbidden.remove(packageOf(file));
      forbidden.removeAll(ALLOWED.get(packageOf(file)));
      assertEquals(Set.of(), forbidden, () -> file + " must not use these packages");
    }
  }

  @Test
  void importsAndFullNamesAreSeen() {
    String code =
        """
        import io.github.dropblock.tensor.Shape;
        import static io.github.dropblock.internal.check.Check.index;
        import io.github.dropblock.schedule.*;
        Object o = io.github.dropblock.DropMask.class;
        """;
    assertEquals(Set.of("", "internal.check", "schedule", "tensor"), uses(code));
  }

  @Test
  void onlyTheKernelsNameTheVectorApi() {
    for (Path file : TEXTS.keySet()) {
      assertTrue(
          file.startsWith(KERNELS) || !code(file).contains("jdk.incubator"),
          () -> file + " names it");
    }
  }

  @Test
  void theModuleRequiresNothing() {
    assertTrue(!code(MODULE).contains("requires"), code(MODULE));
  }

  @Test
  void theModuleExportsNoInternalPackage() {
    assertTrue(!code(MODULE).contains("internal"), code(MODULE));
  }

  @Test
  void filesAreShort() {
    TEXTS.forEach(
        (file, text) -> {
          long lines = text.lines().count();
          assertTrue(lines <= MAX_LINES, () -> file + " has " + lines + " lines");
        });
  }

  @Test
  void theLibraryPrintsNothing() {
    for (Path file : TEXTS.keySet()) {
      assertTrue(!PRINTING.matcher(code(file)).find(), () -> file + " prints");
    }
  }
}
