package io.github.dropblock.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock of a file, for one store at a time in all processes.
 *
 * <p>On some systems a process loses its lock of a file when it closes any channel of that file,
 * even one for reading. So it is another file beside it that is locked, and a second store of the
 * same JVM is refused before it opens that one.
 */
final class StoreLock implements Closeable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private StoreLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Locks a file, which need not exist.
   *
   * @throws IOException if another store has it
   */
  static StoreLock of(Path file) throws IOException {
    Path real = real(file);
    Path path = real.resolveSibling(real.getFileName() + ".lock");
    if (!HELD.add(path)) {
      throw inUse(file);
    }
    try {
      return new StoreLock(path, locked(path, file));
    } catch (IOException | RuntimeException e) {
      HELD.remove(path);
      throw e;
    }
  }

  /** The same for all names of a file. */
  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    return Files.exists(absolute)
        ? absolute.toRealPath()
        : absolute.getParent().toRealPath().resolve(absolute.getFileName());
  }

  private static FileChannel locked(Path path, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(file);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      // Another loader of this class in the same JVM holds it.
      channel.close();
      throw inUse(file);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static IOException inUse(Path file) {
    return new IOException(file + " is in use by another search");
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      HELD.remove(path);
    }
  }
}
