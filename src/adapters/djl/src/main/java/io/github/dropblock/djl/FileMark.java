package io.github.dropblock.djl;

import ai.djl.MalformedModelException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Mark in front of a layer's part of a model's file. Without it, the file is of a network that has
 * no layer at that place, for instance a pretrained one. No block of DJL begins with such a byte:
 * theirs are small version numbers.
 */
final class FileMark {
  private static final byte[] MARK = "DROPBLCK".getBytes(StandardCharsets.US_ASCII);

  private FileMark() {}

  static void write(DataOutputStream out) throws IOException {
    out.write(MARK);
  }

  /** Reads the mark if it comes next, and tells whether it did. Otherwise nothing is read. */
  static boolean read(DataInputStream in) throws IOException, MalformedModelException {
    boolean canReturn = in.markSupported();
    if (canReturn) {
      in.mark(MARK.length);
    }
    byte[] read = in.readNBytes(MARK.length);
    if (Arrays.equals(read, MARK)) {
      return true;
    }
    if (read.length > 0 && Arrays.equals(read, Arrays.copyOf(MARK, read.length))) {
      throw new EOFException("The file ends within a DropBlockLayer");
    }
    if (canReturn) {
      in.reset();
    } else if (read.length > 0) {
      throw new MalformedModelException(
          "The file has no DropBlockLayer where the network has one. To load a file of the network"
              + " without layers, put a BufferedInputStream around the stream");
    }
    return false;
  }
}
