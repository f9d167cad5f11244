package io.github.dropblock.internal.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Normal noise by the table of the randomness contract, step by step.
 *
 * <p>It shares no code with the library, and is meant to be ported.
 */
public final class NoiseSpecification {
  private static final double[][] COEFFICIENTS = table();

  private NoiseSpecification() {}

  private static double[][] table() {
    try (InputStream file = NoiseSpecification.class.getResourceAsStream("/normal-quantile.csv")) {
      String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().skip(1).map(NoiseSpecification::row).toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] row(String line) {
    String[] cells = line.split(",", -1);
    double[] row = new double[cells.length - 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = Float.parseFloat(cells[i + 1]);
    }
    return row;
  }

  /** The noise of an element: a quarter of a block gives 32 bits. */
  public static double value(long seed, long step, long sample, int element) {
    return ofBits(bits(seed, step, sample, element));
  }

  /** The 32 random bits of an element. */
  public static long bits(long seed, long step, long sample, int element) {
    long counter = Long.MIN_VALUE + element / 4;
    long word = ThreefrySpecification.block(seed, step, sample, counter)[element % 4 / 2];
    return element % 2 == 0 ? word >>> 32 : word & 0xffff_ffffL;
  }

  /** The value of 32 bits: a sign, then the 31 bits of a tail probability. */
  static double ofBits(long bits) {
    double tail = bits % (1L << 31) + 0.5;
    int exponent = Math.getExponent(tail);
    double mantissa = tail / Math.pow(2, exponent);
    boolean upperHalf = mantissa >= 1.5;
    double[] c = COEFFICIENTS[2 * (exponent + 1) + (upperHalf ? 1 : 0)];
    double u = mantissa - (upperHalf ? 1.75 : 1.25);
    double z = ((((c[5] * u + c[4]) * u + c[3]) * u + c[2]) * u + c[1]) * u + c[0];
    return bits >>> 31 == 1 ? -z : z;
  }
}
