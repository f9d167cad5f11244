package io.github.dropblock.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Waits, in any JVM of this machine, until two have come. */
final class Meeting {
  private Meeting() {}

  static void ofTwo(Path folder) throws IOException, InterruptedException {
    Files.createTempFile(folder, "here", "");
    while (count(folder) < 2) {
      Thread.sleep(10);
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
