package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.MonteCarlo;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The library's measures of a network's draws. */
class MonteCarloSamplesTest {
  @Test
  void samplesGiveTheLibrarysMeasures() {
    MultiLayerNetwork network = Draws.chain();
    INDArray x = Draws.images();
    MonteCarlo outputs = MonteCarloDropping.sample(network, x, Draws.COUNT);
    assertFalse(MonteCarloDropping.isEnabled(network));
    assertEquals(Draws.COUNT, outputs.draws());
    Tensor variance = outputs.variance();
    assertEquals(Shape.nc(8, Networks.CLASSES), variance.shape());
    MonteCarlo probabilities = MonteCarloDropping.sampleProbabilities(network, x, Draws.COUNT);
    assertArrayEquals(outputs.mean().data(), probabilities.mean().data());
    assertEquals(entropyOfMean(outputs), sum(probabilities.entropy()), 1e-4);
    float[] disagreement = probabilities.mutualInformation().data();
    assertEquals(8, disagreement.length);
    for (float information : disagreement) {
      assertTrue(information > 0 && information < Math.log(Networks.CLASSES));
    }
    MonteCarloDropping.enable(network);
    INDArray sum = Nd4j.zeros(DataType.FLOAT, 8, Networks.CLASSES);
    for (int i = 0; i < Draws.COUNT; i++) {
      sum.addi(network.output(x));
    }
    float[] mean = sum.divi(Draws.COUNT).dup('c').reshape(-1).toFloatVector();
    for (int i = 0; i < mean.length; i++) {
      assertEquals(mean[i], outputs.mean().data()[i], 1e-5f);
      assertTrue(variance.data()[i] > 0);
    }
  }

  private static double sum(Tensor values) {
    double sum = 0;
    for (float value : values.data()) {
      sum += value;
    }
    return sum;
  }

  private static double entropyOfMean(MonteCarlo outputs) {
    double sum = 0;
    for (float p : outputs.mean().data()) {
      sum -= p * Math.log(p);
    }
    return sum;
  }
}
