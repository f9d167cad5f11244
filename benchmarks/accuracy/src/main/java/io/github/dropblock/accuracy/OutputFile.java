package io.github.dropblock.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes at its end. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Finds out at the beginning whether it can be written, and makes its folder.
   *
   * @throws IOException if not
   */
  static void check(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("--output must name a file, and this is a folder: " + file);
    }
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, file.getFileName().toString(), ".try"));
  }
}
