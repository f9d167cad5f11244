package io.github.dropblock.dl4j;

import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What the forward pass costs beside the engine's own dropout and a plain product, all in place:
 * the medians of rounds that visit each in turn. The engine's has a workspace for its mask, as in
 * training, so that it does not pay for new memory.
 */
public final class CostMain {
  private static final int ROUNDS = 301;
  private static final int WARMUPS = 300;
  private static final WorkspaceConfiguration WORKSPACE =
      WorkspaceConfiguration.builder().policyLearning(LearningPolicy.FIRST_LOOP).build();

  private CostMain() {}

  /** Prints a table. */
  public static void main(String[] args) {
    System.out.println("| activations | order | muli, us | DropBlock / muli | Dropout / muli |");
    System.out.println("|---|---|---|---|---|");
    for (long[] s : new long[][] {{32, 256, 14, 14}, {8, 256, 56, 56}}) {
      String name = Arrays.toString(s);
      report(name + " | NCHW", random(s), DataLayout.CHANNELS_FIRST);
      INDArray swapped = random(s[1], s[0], s[2], s[3]).permute(1, 0, 2, 3);
      report(name + " | N and C swapped", swapped, DataLayout.CHANNELS_FIRST);
      report(name + " | NHWC", random(s[0], s[2], s[3], s[1]), DataLayout.CHANNELS_LAST);
      report(name + " | f", random(s).dup('f'), DataLayout.CHANNELS_FIRST);
    }
    // A recurrent layer's activations.
    INDArray sequence = random(32, 256, 100);
    report("[32, 256, 100] | c", sequence, DataLayout.CHANNELS_FIRST);
    report("[32, 256, 100] | f", sequence.dup('f'), DataLayout.CHANNELS_FIRST);
  }

  private static INDArray random(long... shape) {
    return Nd4j.rand(DataType.FLOAT, shape);
  }

  private static void report(String name, INDArray x, DataLayout layout) {
    IDropout dropBlock = DropBlockDropout.of(0.9, 7, 42).withLayout(layout);
    IDropout dropout = new Dropout(0.9);
    INDArray ones = likewise(x).assign(1);
    INDArray start = likewise(x).assign(1);
    double[][] nanos = new double[3][ROUNDS];
    for (int round = -WARMUPS; round < ROUNDS; round++) {
      int iteration = round + WARMUPS;
      Runnable[] works = {
        () -> x.muli(ones), () -> apply(dropBlock, x, iteration), () -> apply(dropout, x, iteration)
      };
      for (int i = 0; i < works.length; i++) {
        // Values neither vanish nor grow, and each begins with the same memory in the caches.
        x.assign(start);
        double time = nanos(works[i]);
        if (round >= 0) {
          nanos[i][round] = time;
        }
      }
    }
    double product = median(nanos[0]);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.2f | %.2f |%n",
        name,
        product / 1000,
        median(nanos[1]) / product,
        median(nanos[2]) / product);
  }

  /** An array of its own with the same strides. */
  private static INDArray likewise(INDArray x) {
    boolean swapped = x.rank() == 4 && x.stride(3) == 1 && x.stride(0) < x.stride(1);
    return swapped ? x.permute(1, 0, 2, 3).dup('c').permute(1, 0, 2, 3) : x.dup(x.ordering());
  }

  @SuppressWarnings("try") // The workspace is open for what is done within.
  private static void apply(IDropout dropout, INDArray x, int iteration) {
    LayerWorkspaceMgr pass =
        LayerWorkspaceMgr.builder().with(ArrayType.INPUT, "cost", WORKSPACE).build();
    try (MemoryWorkspace workspace = pass.notifyScopeEntered(ArrayType.INPUT)) {
      dropout.applyDropout(x, x, iteration, 0, pass);
    }
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
