package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.bits.Bits;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** What the kernel properties are tried on. */
abstract class KernelArbitraries {
  private static final int MAX_OFFSET = 150;
  private static final int MAX_LENGTH = 700;

  /** Elements in front of, in and behind each run. */
  private static final int ELEMENTS = MAX_OFFSET + MAX_LENGTH + 20;

  private static final float[] SPECIAL = {
    0f, -0f, Float.NaN, 1 / 0f, -1 / 0f, Float.MAX_VALUE, Float.MIN_VALUE
  };

  /** Where a run lies in the input, the output and the mask, and how long it is. */
  record Run(int inOffset, int outOffset, int firstBit, int length) {}

  @Provide
  Arbitrary<Kernels> kernels() {
    return Arbitraries.of(KernelsUnderTest.all());
  }

  /** Runs that do and do not start and end with a word of the mask or a vector of elements. */
  @Provide
  Arbitrary<Run> runs() {
    Arbitrary<Integer> offsets =
        Arbitraries.integers()
            .between(0, MAX_OFFSET)
            .edgeCases(edges -> edges.add(1, 8, 31, 32, 63, 64, 65, 128));
    Arbitrary<Integer> lengths =
        Arbitraries.integers()
            .between(0, MAX_LENGTH)
            .edgeCases(edges -> edges.add(1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 128, 512));
    return Combinators.combine(offsets, offsets, offsets, lengths).as(Run::new);
  }

  @Provide
  Arbitrary<Float> scales() {
    return Arbitraries.of(1f, 0f, 1.1111112f, 16f, Float.MAX_VALUE);
  }

  /** Masks that drop nothing, few, some, most and all positions. */
  @Provide
  Arbitrary<long[]> masks() {
    Arbitrary<Double> shares = Arbitraries.of(0.0, 0.01, 0.1, 0.5, 0.9, 1.0);
    return shares.flatMap(share -> Arbitraries.randomValue(random -> mask(share, random)));
  }

  private static long[] mask(double share, Random random) {
    long[] words = new long[Bits.words(ELEMENTS)];
    for (int bit = 0; bit < ELEMENTS; bit++) {
      if (random.nextDouble() < share) {
        words[bit / 64] |= 1L << (bit % 64);
      }
    }
    return words;
  }

  /** Arrays of ordinary numbers, with a special one among four. */
  @Provide
  Arbitrary<float[]> tensors() {
    return Arbitraries.randomValue(
        random -> {
          float[] values = new float[ELEMENTS];
          for (int i = 0; i < values.length; i++) {
            boolean special = random.nextInt(4) == 0;
            values[i] =
                special ? SPECIAL[random.nextInt(SPECIAL.length)] : (float) random.nextGaussian();
          }
          return values;
        });
  }
}
