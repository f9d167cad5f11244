package io.github.dropblock.examples.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  private static final double CHANCE = 1.0 / Images.CLASSES;

  /** On generated images, so that it runs anywhere. */
  @Test
  void theNetworkLearns(@TempDir Path empty) throws Exception {
    double accuracy = Training.run(empty, 500, 200, 2);

    assertTrue(accuracy > 4 * CHANCE, "accuracy " + accuracy);
  }
}
