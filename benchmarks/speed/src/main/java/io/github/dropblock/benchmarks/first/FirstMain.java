package io.github.dropblock.benchmarks.first;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.KernelInfo;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;

/**
 * The program of a fresh JVM: the first mask, the first pass, and then more of both. It uses as
 * little else of the JDK as it can, for each class that it loads would count.
 */
final class FirstMain {
  private static final Shape SHAPE = Shape.nchw(32, 256, 14, 14);
  private static final double KEEP_PROB = 0.9;
  private static final int BLOCK_SIZE = 7;
  private static final long SEED = 42;
  private static final int MOST_CALLS = 1 << 18;

  private FirstMain() {}

  /**
   * Prints the moment of the first mask, the CPU time until then, the moment of the first pass, the
   * moment of steady speed (0 if it was not asked for), and the name of the kernels.
   *
   * @param args milliseconds to go on after the first pass
   */
  public static void main(String[] args) {
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(KEEP_PROB)
            .blockSize(BLOCK_SIZE)
            .seed(SEED)
            .threads(Threads.none())
            .build();
    DropMask mask = dropBlock.sample(SHAPE, 0);
    long firstMask = System.nanoTime();
    long cpu = Clock.cpuMillis();
    Tensor x = Tensor.full(SHAPE, 1);
    Tensor out = Tensor.zeros(SHAPE);
    mask.apply(x, out);
    long firstPass = System.nanoTime();

    long end = firstPass + Long.parseLong(args[0]) * 1_000_000;
    long[] ends = new long[MOST_CALLS];
    int calls = 0;
    for (long now = firstPass; now < end && calls < MOST_CALLS; calls++) {
      dropBlock.sampleInto(mask, calls + 1);
      mask.apply(x, out);
      now = System.nanoTime();
      ends[calls] = now;
    }
    long steady = SteadySpeed.since(Arrays.copyOf(ends, calls));
    String kernels = KernelInfo.current().name();
    System.out.println(firstMask + " " + cpu + " " + firstPass + " " + steady + " " + kernels);
  }
}
