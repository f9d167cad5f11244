package io.github.dropblock.search;

import java.io.IOException;
import java.nio.file.Path;

/** A program that opens a store. */
final class StoreOpener {
  static final int OPENED = 10;
  static final int REFUSED = 11;

  private StoreOpener() {}

  /** Exits with one of the numbers. */
  public static void main(String... arguments) {
    try {
      TrialStore.file(Path.of(arguments[0])).close();
      System.exit(OPENED);
    } catch (IOException e) {
      System.exit(REFUSED);
    }
  }

  static int inAnotherJvm(Path file) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StoreOpener.class.getName(),
            file.toString())
        .inheritIO()
        .start()
        .waitFor();
  }
}
