package io.github.dropblock.reliability.platforms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended.
 *
 * @param command the program and its arguments
 * @param exit the exit code
 * @param out the lines of the standard output
 * @param err the standard error
 */
record Run(List<String> command, int exit, List<String> out, String err) {
  private static final long MAX_SECONDS = 600;

  /** What would add options to those of the command. */
  private static final Set<String> HIDDEN_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  static Run of(List<String> command) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "processes"));
      Path out = Files.createTempFile(folder, "process", ".out");
      Path err = Files.createTempFile(folder, "process", ".err");
      int exit = exit(command, out, err);
      return new Run(command, exit, text(out).lines().toList(), text(err));
    } catch (IOException e) {
      throw new AssertionError(command + " cannot be run", e);
    }
  }

  private static int exit(List<String> command, Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(HIDDEN_OPTIONS);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      return fail(command + " did not end in " + MAX_SECONDS + " s\n" + text(out) + text(err));
    } catch (InterruptedException e) {
      throw new AssertionError(command + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The program prints ASCII only; what the JVM prints can be in any charset. */
  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /** Every mask, and all that was made by masks, is as in the golden files. */
  Run assertGolden() {
    assertEquals(0, exit, this::toString);
    List<String> digests = out.stream().filter(line -> line.startsWith("digest=")).toList();
    assertEquals(GoldenFiles.digests(), digests, this::toString);
    return this;
  }

  /** The configuration is in force: the value of a key begins so. */
  Run assertSays(String key, String start) {
    assertTrue(
        out.stream().anyMatch(line -> line.startsWith(key + "=" + start)),
        () -> "expected " + key + "=" + start + ": " + this);
    return this;
  }

  @Override
  public String toString() {
    return "exit " + exit + " of " + command + "\n" + String.join("\n", out) + "\n" + err;
  }
}
