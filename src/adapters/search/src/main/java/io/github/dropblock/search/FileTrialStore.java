package io.github.dropblock.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A CSV file that is appended to. */
final class FileTrialStore implements TrialStore {
  private final FileChannel channel;
  private final List<TrialResult> results;

  private FileTrialStore(FileChannel channel, List<TrialResult> results) {
    this.channel = channel;
    this.results = results;
  }

  static FileTrialStore open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, file);
      byte[] lines = wholeLines(channel);
      String text = new String(lines, StandardCharsets.UTF_8);
      FileTrialStore store = new FileTrialStore(channel, parse(text, file));
      // Only now, when all that is there was understood, is anything changed.
      channel.truncate(lines.length);
      if (text.isEmpty()) {
        store.append(TrialCsv.HEADER);
      }
      return store;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Another store of this JVM holds it.
    }
    throw new IOException(file + " is in use by another search");
  }

  /** The bytes up to the last line break: what follows was not written to its end. */
  private static byte[] wholeLines(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    int end = bytes.position();
    while (end > 0 && bytes.get(end - 1) != '\n') {
      end--;
    }
    return Arrays.copyOf(bytes.array(), end);
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
      append(TrialCsv.line(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    results.add(result);
  }

  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
