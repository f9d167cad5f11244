package io.github.dropblock.pytorch;

import io.github.dropblock.DropBlock;
import io.github.dropblock.KernelInfo;
import io.github.dropblock.Threads;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The cost of the module's forward pass in training, beside the engine's own dropout and its
 * product of two tensors: medians of rounds in which the three take turns, on one thread.
 */
public final class DropBlockCost {
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int ROUNDS = 201;
  private static final List<long[]> SHAPES =
      List.of(new long[] {32, 256, 14, 14}, new long[] {8, 256, 56, 56});

  private DropBlockCost() {}

  public static void main(String[] arguments) {
    torch.set_num_threads(1);
    System.out.printf("Java %s, kernels %s%n", Runtime.version(), KernelInfo.current());
    System.out.println(
        "shape, type, order                          module ms  dropout ms  multiply ms"
            + "  / dropout  / multiply");
    for (long[] shape : SHAPES) {
      report(shape, ScalarType.Float, MemoryFormat.Contiguous);
      report(shape, ScalarType.Float, MemoryFormat.ChannelsLast);
      report(shape, ScalarType.BFloat16, MemoryFormat.Contiguous);
    }
  }

  private static void report(long[] shape, ScalarType type, MemoryFormat format) {
    double[] ms = medians(shape, type, format);
    System.out.printf(
        Locale.ROOT,
        "%-42s %10.3f %11.3f %12.3f %10.3f %11.2f%n",
        Arrays.toString(shape) + " " + type + " " + format,
        ms[0],
        ms[1],
        ms[2],
        ms[0] / ms[1],
        ms[0] / ms[2]);
  }

  private static double[] medians(long[] shape, ScalarType type, MemoryFormat format) {
    try (PointerScope all = new PointerScope()) {
      Tensor x = torch.randn(shape).to(type).contiguous(format);
      x.set_requires_grad(true);
      Tensor factors = torch.randn(shape).to(type).contiguous(format);
      DropBlock dropBlock =
          DropBlock.builder().keepProb(.9).blockSize(7).seed(1).threads(Threads.none()).build();
      DropBlockModule module = new DropBlockModule(dropBlock);
      List<Supplier<Tensor>> passes =
          List.of(() -> module.forward(x), () -> torch.dropout(x, .1, true), () -> x.mul(factors));
      passes.forEach(DropBlockCost::warmUp);
      double[][] ms = new double[passes.size()][ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        for (int pass = 0; pass < ms.length; pass++) {
          ms[pass][round] = milliseconds(passes.get(pass));
        }
      }
      return Arrays.stream(ms).mapToDouble(DropBlockCost::median).toArray();
    }
  }

  private static void warmUp(Supplier<Tensor> pass) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      milliseconds(pass);
    }
  }

  /** With giving the output back, and all that was kept for its gradient. */
  private static double milliseconds(Supplier<Tensor> pass) {
    long start = System.nanoTime();
    pass.get().close();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
