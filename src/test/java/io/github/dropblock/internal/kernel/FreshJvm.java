package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A JVM of its own for {@link FreshJvmMain}, in which nothing is chosen yet. */
final class FreshJvm {
  static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** Where the library's classes are. */
  static final Path LIBRARY = placeOf(KernelSelector.class);

  /** Where the tests' classes are. */
  static final Path TESTS = placeOf(FreshJvmMain.class);

  private static final long MAX_SECONDS = 120;
  private static final Set<String> HIDDEN_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private FreshJvm() {}

  /** What it printed: lines of the output, and the text of the standard error. */
  record Printed(List<String> lines, String error) {}

  static Printed run(Path folder, Path library, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    String classPath = library + File.pathSeparator + TESTS;
    command.addAll(List.of("-cp", classPath, FreshJvmMain.class.getName()));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(HIDDEN_OPTIONS);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertTrue(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS), command::toString);
    } finally {
      process.destroyForcibly();
    }
    Printed printed = new Printed(text(out).lines().toList(), text(err));
    assertEquals(0, process.exitValue(), () -> command + "\n" + printed);
    return printed;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
