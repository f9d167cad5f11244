package io.github.dropblock.accuracy.trial;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The file of a trained network. */
public final class ModelFile {
  private ModelFile() {}

  /** Replaces a file by the parameters of a training. */
  public static void write(Path file, Training training) throws IOException {
    SealedFile.write(file, training::saveParameters);
  }

  /** What takes over the content. */
  public interface Reader {
    /** Reads it. */
    void readFrom(DataInputStream in) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is damaged, with a message that says what to do
   */
  public static void read(Path file, Reader reader) throws IOException {
    byte[] content = SealedFile.read(file).orElseThrow(() -> unreadable(file, null));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      reader.readFrom(in);
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e);
    }
  }

  private static IOException unreadable(Path file, Exception cause) {
    return new IOException(
        "cannot read " + file + "; remove it, and the network is trained again", cause);
  }
}
