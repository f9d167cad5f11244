package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedLinesTest {
  @TempDir Path folder;

  /** As on a disk that is full, until there is room again. */
  private static final class FullDisk extends RandomAccessFile {
    private boolean full = true;

    FullDisk(Path file) throws IOException {
      super(file.toFile(), "rw");
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      super.write(bytes, 0, full ? bytes.length / 2 : bytes.length);
      if (full) {
        throw new IOException("no space left on device");
      }
    }
  }

  /** The next line was glued to the part once, and the file could not be read any more. */
  @Test
  void aLineThatIsWrittenInPartIsTakenBack() throws IOException {
    Path file = folder.resolve("lines");
    Files.writeString(file, "first\n");
    FullDisk disk = new FullDisk(file);
    try (AppendedLines lines = new AppendedLines(disk)) {
      assertThrows(IOException.class, () -> lines.append("second"));
      assertEquals(List.of("first"), Files.readAllLines(file));
      disk.full = false;
      lines.append("third");
    }
    assertEquals("first\nthird\n", Files.readString(file));
  }
}
