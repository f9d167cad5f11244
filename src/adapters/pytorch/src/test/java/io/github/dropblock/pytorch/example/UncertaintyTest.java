package io.github.dropblock.pytorch.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.pytorch.DropBlockModule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  private static final int DRAWS = 20;
  private static final int IMAGES = 4;

  private final PointerScope memory = new PointerScope();
  private final DropBlockModule drop =
      new DropBlockModule(DropBlock.builder().keepProb(.7).blockSize(3).seed(1).build());
  private final Network network = new Network(drop);
  private final Uncertainty uncertainty = new Uncertainty(network, List.of(drop));
  private final Tensor images = torch.randn(IMAGES, 1, 12, 12);

  @AfterEach
  void free() {
    memory.close();
  }

  @Test
  void predictionsDifferAndTheirMeasuresAreThoseOfTheirDistribution() {
    MonteCarlo outputs = uncertainty.of(images, DRAWS);
    assertEquals(DRAWS, outputs.draws());
    double largest = 0;
    for (int image = 0; image < IMAGES; image++) {
      double sum = 0;
      double entropy = 0;
      for (int c = 0; c < 2; c++) {
        double p = outputs.mean().get(image, c, 0, 0);
        sum += p;
        entropy -= p * Math.log(p);
        largest = Math.max(largest, outputs.variance().get(image, c, 0, 0));
      }
      double information = outputs.mutualInformation().get(image, 0, 0, 0);
      assertEquals(1, sum, 1e-5);
      assertEquals(entropy, outputs.entropy().get(image, 0, 0, 0), 1e-5);
      assertTrue(0 < information && information < entropy, "information " + information);
    }
    assertTrue(largest > 0, "no variance");
  }

  @Test
  void eachOfTwentyPredictionsIsAnother() {
    network.eval();
    drop.enableAtInference();
    Set<String> distinct = new HashSet<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      distinct.add(Arrays.toString(uncertainty.probabilities(images).data()));
    }
    assertEquals(DRAWS, distinct.size());
    drop.disableAtInference();
    float[] sure = uncertainty.probabilities(images).data();
    assertArrayEquals(sure, uncertainty.probabilities(images).data());
  }

  /** Predictions between two steps of training do not change the masks. */
  @Test
  void trainingIsUnmoved() {
    Tensor x = torch.randn(2, 8, 10, 10);
    DropBlockModule uninterrupted = new DropBlockModule(drop.regularizer());
    for (int step = 0; step < 3; step++) {
      network.train(true);
      assertTrue(uninterrupted.forward(x).equal(drop.forward(x)));
      uncertainty.of(images, DRAWS);
    }
  }
}
