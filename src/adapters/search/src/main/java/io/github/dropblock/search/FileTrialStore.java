package io.github.dropblock.search;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A CSV file that is appended to. */
final class FileTrialStore implements TrialStore {
  private final StoreLock lock;
  private final AppendedLines lines;
  private final List<TrialResult> results;

  private FileTrialStore(StoreLock lock, AppendedLines lines, List<TrialResult> results) {
    this.lock = lock;
    this.lines = lines;
    this.results = results;
  }

  static FileTrialStore open(Path file) throws IOException {
    StoreLock lock = StoreLock.of(file);
    try {
      return open(file, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static FileTrialStore open(Path file, StoreLock lock) throws IOException {
    RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw");
    try {
      byte[] whole = wholeLines(content);
      String text = new String(whole, StandardCharsets.UTF_8);
      List<TrialResult> results = parse(text, file);
      // Only now, when all that is there was understood, is anything changed.
      AppendedLines lines = new AppendedLines(content);
      lines.cutAt(whole.length);
      if (text.isEmpty()) {
        lines.append(TrialCsv.HEADER);
      }
      return new FileTrialStore(lock, lines, results);
    } catch (IOException | RuntimeException e) {
      content.close();
      throw e;
    }
  }

  /** The bytes up to the last line break: what follows was not written to its end. */
  private static byte[] wholeLines(RandomAccessFile content) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(content.length())];
    content.readFully(bytes);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private static List<TrialResult> parse(String text, Path file) throws IOException {
    List<TrialResult> results = new ArrayList<>();
    List<String> lines = text.lines().toList();
    if (!lines.isEmpty() && !lines.get(0).equals(TrialCsv.HEADER)) {
      throw new IOException(file + ", line 1 must be " + TrialCsv.HEADER + ": " + lines.get(0));
    }
    for (int i = 1; i < lines.size(); i++) {
      try {
        results.add(TrialCsv.parse(lines.get(i)));
      } catch (IllegalArgumentException | IOException e) {
        throw new IOException(
            file
                + ", line "
                + (i + 1)
                + " is not a trial ("
                + e.getMessage()
                + "): "
                + lines.get(i),
            e);
      }
    }
    return results;
  }

  @Override
  public List<TrialResult> results() {
    return List.copyOf(results);
  }

  @Override
  public void add(TrialResult result) {
    Arguments.notNull("result", result);
    try {
      lines.append(TrialCsv.line(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    results.add(result);
  }

  @Override
  public void close() throws IOException {
    try {
      lines.close();
    } finally {
      lock.close();
    }
  }
}
