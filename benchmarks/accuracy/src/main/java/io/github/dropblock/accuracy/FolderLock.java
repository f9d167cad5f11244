package io.github.dropblock.accuracy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second run out of a folder, where it would do and write the same again. */
final class FolderLock {
  private static final String NAME = ".lock";

  private FolderLock() {}

  /** What is done while the folder is locked. */
  interface Action {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Acts while no other run may.
   *
   * @throws IOException if another run has the folder
   */
  static void holding(Path folder, Action action) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!locks(channel)) {
        throw new IOException(
            "another run uses " + folder + "; wait for it, or choose another folder");
      }
      action.run();
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // The other run is in this JVM.
      return false;
    }
  }
}
