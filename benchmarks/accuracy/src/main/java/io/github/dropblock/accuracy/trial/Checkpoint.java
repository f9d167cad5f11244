package io.github.dropblock.accuracy.trial;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * A file from which an interrupted trial goes on, to the same bits as without the interruption.
 *
 * <p>It holds the rows so far, the parameters and the velocities. Nothing else changes during a
 * trial: the order of the images, the masks and the learning rate depend on seed and step alone.
 */
public final class Checkpoint {
  private final Path file;
  private final String identity;

  /**
   * A checkpoint.
   *
   * @param folder where the file is
   * @param name of the file
   * @param identity all that decides the trial's bits: a file of another one is not used
   */
  public Checkpoint(Path folder, String name, String identity) {
    this.file = folder.resolve(name + ".checkpoint");
    this.identity = identity;
  }

  /** Replaces the file by the present state. */
  public void save(Training training, List<List<String>> rows) throws IOException {
    SealedFile.write(
        file,
        out -> {
          out.writeUTF(identity);
          out.writeInt(rows.size());
          for (List<String> row : rows) {
            out.writeUTF(String.join(",", row));
          }
          training.save(out);
        });
  }

  /**
   * Brings a training to the state of the file, and returns the rows so far. Without a file there
   * are none. Nor are there any if it is damaged: the training then begins again, to the same bits.
   */
  public List<List<String>> load(Training training) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Optional<byte[]> content = SealedFile.read(file);
    if (content.isEmpty()) {
      return rows;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content.get()))) {
      if (!in.readUTF().equals(identity)) {
        return rows;
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        rows.add(List.of(in.readUTF().split(",", -1)));
      }
      training.load(in);
    }
    return rows;
  }

  /**
   * Trains from where the file stopped, and saves after each epoch.
   *
   * @param training what is saved
   * @param epochs how many there are in all
   * @param epoch trains for one, counted from 0, and returns its loss
   * @param progress told how many percent are done
   * @return the loss of the last epoch
   */
  public double train(
      Training training, int epochs, IntToDoubleFunction epoch, IntConsumer progress)
      throws IOException {
    List<List<String>> losses = load(training);
    for (int i = losses.size(); i < epochs; i++) {
      losses.add(List.of(Double.toString(epoch.applyAsDouble(i))));
      save(training, losses);
      progress.accept(100 * (i + 1) / epochs);
    }
    return Double.parseDouble(losses.get(epochs - 1).get(0));
  }

  /** Removes the file of a trial that is done. */
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
