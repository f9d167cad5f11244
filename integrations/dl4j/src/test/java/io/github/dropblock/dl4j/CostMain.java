package io.github.dropblock.dl4j;

import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What the forward pass costs beside the engine's own dropout and a plain product, in one run: the
 * medians of rounds that visit each in turn.
 */
public final class CostMain {
  private static final int ROUNDS = 41;
  private static final int WARMUPS = 60;

  private CostMain() {}

  /** Prints a table. */
  public static void main(String[] args) {
    System.out.println("activations | muli us | DropBlock / muli | engine's dropout / muli");
    for (long[] shape : new long[][] {{32, 256, 14, 14}, {8, 256, 56, 56}}) {
      INDArray nchw = Nd4j.rand(DataType.FLOAT, shape);
      report("NCHW " + Arrays.toString(shape), nchw, DataLayout.CHANNELS_FIRST);
      INDArray swapped =
          Nd4j.rand(DataType.FLOAT, shape[1], shape[0], shape[2], shape[3]).permute(1, 0, 2, 3);
      report("N and C swapped", swapped, DataLayout.CHANNELS_FIRST);
      INDArray nhwc = Nd4j.rand(DataType.FLOAT, shape[0], shape[2], shape[3], shape[1]);
      report("NHWC", nhwc, DataLayout.CHANNELS_LAST);
    }
  }

  private static void report(String name, INDArray x, DataLayout layout) {
    IDropout dropBlock = DropBlockDropout.of(0.9, 7, 42).withLayout(layout);
    IDropout dropout = new Dropout(0.9);
    INDArray ones = x.dup().assign(1);
    double[][] nanos = new double[3][ROUNDS];
    for (int round = -WARMUPS; round < ROUNDS; round++) {
      int iteration = round + WARMUPS;
      double[] times = {
        nanos(() -> x.muli(ones)),
        nanos(() -> dropBlock.applyDropout(x, x, iteration, 0, LayerWorkspaceMgr.noWorkspaces())),
        nanos(() -> dropout.applyDropout(x, x, iteration, 0, LayerWorkspaceMgr.noWorkspaces()))
      };
      // So that values neither vanish nor grow: no kernel is slow on denormal numbers then.
      x.assign(1);
      for (int i = 0; i < times.length && round >= 0; i++) {
        nanos[i][round] = times[i];
      }
    }
    double product = median(nanos[0]);
    System.out.printf(
        Locale.ROOT,
        "%s | %.0f | %.2f | %.2f%n",
        name,
        product / 1000,
        median(nanos[1]) / product,
        median(nanos[2]) / product);
  }

  private static double nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
