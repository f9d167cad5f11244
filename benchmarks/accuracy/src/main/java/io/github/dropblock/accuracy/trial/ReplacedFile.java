package io.github.dropblock.accuracy.trial;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is replaced in one step: a reader finds the old content or the new one. */
final class ReplacedFile {
  private ReplacedFile() {}

  /** What goes to a file. */
  interface Content {
    /** Writes it. */
    void writeTo(DataOutputStream out) throws IOException;
  }

  /** Replaces a file, whose folder is made if it is missing. */
  static void write(Path file, Content content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
      content.writeTo(out);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
