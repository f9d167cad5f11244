package io.github.dropblock.accuracy.trial;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** A file whose content is followed by its checksum, so that a damaged one is not believed. */
final class SealedFile {
  private SealedFile() {}

  /** Replaces a file in one step. */
  static void write(Path file, ReplacedFile.Content content) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    content.writeTo(new DataOutputStream(written));
    byte[] bytes = written.toByteArray();
    ReplacedFile.write(
        file,
        out -> {
          out.write(bytes);
          out.writeLong(checksum(bytes));
        });
  }

  /** The content of a file; nothing if it is missing or damaged. */
  static Optional<byte[]> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    byte[] all = Files.readAllBytes(file);
    int size = all.length - Long.BYTES;
    if (size < 0) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(all, size);
    return Optional.of(content).filter(c -> checksum(c) == ByteBuffer.wrap(all).getLong(size));
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
