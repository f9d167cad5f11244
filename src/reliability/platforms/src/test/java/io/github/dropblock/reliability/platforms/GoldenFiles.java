package io.github.dropblock.reliability.platforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** The golden files, and what the program prints of each if nothing differs. */
final class GoldenFiles {
  static final Path LIBRARY = Path.of("..", "..", "..", "docs", "contract");
  private static final Path HERE =
      Path.of("src", "main", "resources", "io", "github", "dropblock", "reliability", "platforms");

  private GoldenFiles() {}

  static List<String> digests() {
    return List.of(
        digest("masks", LIBRARY),
        digest("regularizers", LIBRARY),
        digest("bytes", LIBRARY),
        digest("passes", HERE));
  }

  private static String digest(String group, Path folder) {
    String text = text(folder.resolve("golden-" + group + ".csv"));
    String rows = text.substring(text.indexOf('\n') + 1);
    CRC32 crc = new CRC32();
    crc.update(rows.getBytes(StandardCharsets.UTF_8));
    String sum = HexFormat.of().toHexDigits((int) crc.getValue());
    return "digest=" + group + " " + rows.lines().count() + " " + sum;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
