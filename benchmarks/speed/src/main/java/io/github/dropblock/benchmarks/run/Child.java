package io.github.dropblock.benchmarks.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other processes, one after the other. */
public final class Child {
  private static final int MINUTES = 15;

  private Child() {}

  /** Returns the path of this JVM's {@code java}. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Runs a command to its end.
   *
   * @param environment added to this process's
   * @return what it printed
   * @throws IllegalStateException if it fails; the message is what it printed
   */
  public static String run(Map<String, String> environment, List<String> command) {
    try {
      Path log = Files.createTempFile("benchmarks", ".log");
      try {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        int status =
            waitFor(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
        String output = Files.readString(log);
        if (status != 0) {
          throw new IllegalStateException("A JVM that measures failed:\n" + output);
        }
        return output;
      } finally {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
