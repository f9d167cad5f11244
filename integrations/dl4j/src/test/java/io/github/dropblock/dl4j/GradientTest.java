package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Fill;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients against finite differences. */
class GradientTest {
  private static final int SAMPLES = 32;

  /** The map is affine in its input, so differences are exact but for rounding. */
  @Test
  void theBackwardPassIsTheDerivativeOfTheForwardPass() {
    DropBlock noisy =
        DropBlock.builder().keepProb(.7).blockSize(3).fill(Fill.gaussian(1, 1)).build();
    DropBlockDropout dropout = DropBlockDropout.of(noisy);
    INDArray x = Nd4j.rand(DataType.FLOAT, new long[] {2, 3, 6, 6});
    INDArray dy = Nd4j.rand(DataType.FLOAT, new long[] {2, 3, 6, 6});
    INDArray dx = dy.dup();
    dropout.backprop(dx, dx, 3, 0);
    for (int i = 0; i < x.length(); i++) {
      double up = weighted(dropout, x, dy, i, .5);
      double down = weighted(dropout, x, dy, i, -.5);
      assertEquals(up - down, dx.getDouble(i), 1e-3);
    }
  }

  private static double weighted(
      DropBlockDropout dropout, INDArray x, INDArray dy, int index, double change) {
    INDArray moved = x.dup();
    moved.putScalar(index, moved.getDouble(index) + change);
    dropout.applyDropout(moved, moved, 3, 0, LayerWorkspaceMgr.noWorkspaces());
    return moved.castTo(DataType.DOUBLE).mul(dy.castTo(DataType.DOUBLE)).sumNumber().doubleValue();
  }

  /**
   * The score of a whole network along random directions of its parameters. Floats leave about
   * three digits of a difference.
   */
  @Test
  void aNetworksGradientIsThatOfItsScore() {
    DropBlockDropout dropout = DropBlockDropout.of(.9, 3, 42);
    MultiLayerNetwork network =
        Networks.cnn(dropout, dropout.forLayer(1), dropout.forLayer(2), dropout.forLayer(3));
    DataSet data = Networks.squares(SAMPLES, 3, CNN2DFormat.NCHW);
    INDArray start = network.params().dup();
    score(network, start, data);
    INDArray gradient = network.gradient().gradient().dup();
    Random random = new Random(1);
    double largest = 0;
    for (int i = 0; i < 5; i++) {
      INDArray direction = Nd4j.zeros(DataType.FLOAT, start.shape());
      for (int j = 0; j < direction.length(); j++) {
        direction.putScalar(j, random.nextGaussian());
      }
      double step = 1e-3;
      double up = score(network, start.add(direction.mul(step)), data);
      double down = score(network, start.sub(direction.mul(step)), data);
      // The engine's gradient is the sum over the samples, its score the mean.
      double expected = direction.mul(gradient).sumNumber().doubleValue() / SAMPLES;
      assertEquals(expected, (up - down) / (2 * step), .03 * Math.abs(expected) + 1e-3);
      largest = Math.max(largest, Math.abs(expected));
    }
    assertTrue(largest > .02, "all directions are level: " + largest);
  }

  private static double score(MultiLayerNetwork network, INDArray parameters, DataSet data) {
    network.setParams(parameters.dup());
    network.setInput(data.getFeatures());
    network.setLabels(data.getLabels());
    network.computeGradientAndScore();
    return network.score();
  }
}
