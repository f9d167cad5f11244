package io.github.dropblock.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The results of a search so far. A search that is given a store adds each result to it, and does
 * not run again what it holds.
 *
 * @since 0.1.0
 */
public interface TrialStore extends AutoCloseable {
  /**
   * The results.
   *
   * @return in the order in which they were added
   */
  List<TrialResult> results();

  /**
   * Adds a result; when this returns, it is kept.
   *
   * @param result the result
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  void add(TrialResult result);

  @Override
  void close() throws IOException;

  /**
   * A store that lasts as long as the JVM.
   *
   * @return an empty store
   */
  static TrialStore inMemory() {
    return new MemoryTrialStore();
  }

  /**
   * A CSV file, one line a trial, which is read if it exists and only ever appended to. A line that
   * was not written to its end, because the machine stopped, is dropped. Until the store is closed,
   * it holds a lock on a file of the same name with {@code .lock} at the end, which stays there.
   *
   * <p>A failed trial counts as finished; delete its line to have it run again.
   *
   * @param file the file; its folder must exist
   * @return the store
   * @throws IOException if the file cannot be read or written, is in use by another store, or a
   *     line of it is not a trial; then it is not changed
   * @throws IllegalArgumentException if {@code file} is null
   * @throws UnsupportedOperationException if {@code file} is not of the default file system
   */
  static TrialStore file(Path file) throws IOException {
    return FileTrialStore.open(Arguments.notNull("file", file));
  }
}
