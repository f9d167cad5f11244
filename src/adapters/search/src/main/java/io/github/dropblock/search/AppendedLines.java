package io.github.dropblock.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/**
 * The end of a file, where each line is written whole or not at all.
 *
 * <p>An interrupt of the thread does not disturb it: a channel would be closed.
 */
final class AppendedLines implements Closeable {
  private final RandomAccessFile file;

  AppendedLines(RandomAccessFile file) {
    this.file = file;
  }

  /** Cuts the file, and goes on there. */
  void cutAt(long length) throws IOException {
    file.setLength(length);
  }

  /**
   * Writes a line through to the disk.
   *
   * @throws IOException if that fails; the file is then as it was, if the system lets it be cut
   */
  void append(String line) throws IOException {
    long end = file.length();
    try {
      file.seek(end);
      file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      file.getFD().sync();
    } catch (IOException e) {
      cutAfter(e, end);
      throw e;
    }
  }

  private void cutAfter(IOException failure, long end) {
    try {
      cutAt(end);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
