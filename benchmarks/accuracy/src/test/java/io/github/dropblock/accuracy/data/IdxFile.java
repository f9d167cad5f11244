package io.github.dropblock.accuracy.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files in the form that is read. */
final class IdxFile {
  private IdxFile() {}

  /** Writes a gzipped file: what it is, how large it says to be, and its bytes. */
  static Path write(Path file, int magic, int[] sizes, byte[] bytes) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(magic);
      for (int size : sizes) {
        out.writeInt(size);
      }
      out.write(bytes);
    }
    return file;
  }
}
