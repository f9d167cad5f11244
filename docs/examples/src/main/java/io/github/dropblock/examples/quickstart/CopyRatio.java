package io.github.dropblock.examples.quickstart;

import io.github.dropblock.DropBlock;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;

/**
 * The time of sampling a mask and applying it, beside the time of copying the tensor, which is the
 * least any layer with an output of its own must do.
 *
 * @param shape of the tensor measured: a batch of feature maps
 * @param dropBlockMicros median time of sample and apply, microseconds
 * @param copyMicros median time of a copy, microseconds
 */
record CopyRatio(Shape shape, double dropBlockMicros, double copyMicros) {
  static final int RUNS = 101;

  private static final int BATCH = 32;
  private static final int WARM_UP_RUNS = 300;

  double ratio() {
    return dropBlockMicros / copyMicros;
  }

  static CopyRatio measure(DropBlock dropBlock, Tensor maps) {
    Tensor in = batch(maps);
    Tensor out = Tensor.zeros(in.shape());
    long[] dropBlockNanos = new long[RUNS];
    long[] copyNanos = new long[RUNS];
    for (int run = -WARM_UP_RUNS; run < RUNS; run++) {
      int slot = Math.max(run, 0);
      int step = run + WARM_UP_RUNS;
      dropBlockNanos[slot] = nanos(() -> dropBlock.sample(in.shape(), step).apply(in, out));
      copyNanos[slot] = nanos(() -> copy(in, out));
    }
    return new CopyRatio(in.shape(), medianMicros(dropBlockNanos), medianMicros(copyNanos));
  }

  private static Tensor batch(Tensor maps) {
    int sample = maps.shape().size();
    Shape one = maps.shape();
    Tensor batch = Tensor.zeros(Shape.nchw(BATCH, one.c(), one.h(), one.w()));
    for (int n = 0; n < BATCH; n++) {
      System.arraycopy(maps.data(), 0, batch.data(), n * sample, sample);
    }
    return batch;
  }

  private static void copy(Tensor in, Tensor out) {
    System.arraycopy(in.data(), 0, out.data(), 0, in.shape().size());
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static double medianMicros(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1000.0;
  }
}
