package io.github.dropblock.accuracy.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads the gzipped IDX files in which the MNIST family of data sets comes. */
public final class IdxReader {
  private static final int UNSIGNED_BYTES = 0x08;

  private IdxReader() {}

  /**
   * Reads images and their labels.
   *
   * @throws IOException if a file is missing or damaged, or their counts differ
   */
  public static Images read(Path imageFile, Path labelFile) throws IOException {
    Idx images = readFile(imageFile, 3);
    Idx labels = readFile(labelFile, 1);
    if (images.sizes[0] != labels.sizes[0]) {
      throw new IOException(
          imageFile + " has " + images.sizes[0] + " images, and " + labels.sizes[0] + " labels");
    }
    return new Images(images.sizes[1], images.sizes[2], images.bytes, labels.bytes);
  }

  private record Idx(int[] sizes, byte[] bytes) {}

  private static Idx readFile(Path file, int dimensions) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
      int magic = in.readInt();
      if (magic != (UNSIGNED_BYTES << 8 | dimensions)) {
        throw new IOException(
            String.format("not an IDX file of bytes in %d dimensions: %08x", dimensions, magic));
      }
      int[] sizes = new int[dimensions];
      long total = 1;
      for (int i = 0; i < dimensions; i++) {
        sizes[i] = in.readInt();
        total = sizes[i] < 0 || total > Integer.MAX_VALUE ? -1 : total * sizes[i];
      }
      if (total < 0 || total > Integer.MAX_VALUE) {
        throw new IOException("impossible sizes");
      }
      byte[] bytes = in.readNBytes((int) total);
      if (bytes.length != total) {
        throw new IOException("ends after " + bytes.length + " of " + total + " bytes");
      }
      return new Idx(sizes, bytes);
    } catch (FileSystemException e) {
      // It names the file by itself.
      throw e;
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
