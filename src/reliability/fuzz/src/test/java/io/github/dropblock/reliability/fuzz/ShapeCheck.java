package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.tensor.Shape;
import java.math.BigInteger;
import java.util.stream.IntStream;

/** Shapes of any extents: rejected, or with the numbers that follow from the extents. */
final class ShapeCheck {
  private static final int MAX_TENSOR = 1 << 12;

  private static final String[] NAMED = {
    "size must", "n must", "c must", "d must", "h must", "w must"
  };

  private ShapeCheck() {}

  static void check(FuzzedDataProvider data) {
    Extents extents = Extents.draw(data);
    Attempt.of(extents.allowed(), extents::shape, NAMED)
        .ifPresent(shape -> check(data, extents, shape));
  }

  private static void check(FuzzedDataProvider data, Extents extents, Shape shape) {
    assertEquals(extents, new Extents(shape));
    assertEquals(extents.size(), BigInteger.valueOf(shape.size()));
    assertEquals((long) shape.n() * shape.c(), shape.planes());
    assertEquals(shape.size(), (long) shape.planes() * shape.planeSize());
    assertEquals(extents.shape(), shape);
    assertEquals(shape, Shape.of(shape.extents()));
    assertEquals(extents.shape().hashCode(), shape.hashCode());
    checkOtherBatch(data, extents, shape);
    checkIndex(data, shape);
    if (shape.size() <= MAX_TENSOR) {
      TensorCheck.check(data, shape);
    }
  }

  private static void checkOtherBatch(FuzzedDataProvider data, Extents extents, Shape shape) {
    int samples = Draws.anyInt(data);
    Extents other =
        new Extents(extents.rank(), samples, extents.c(), extents.d(), extents.h(), extents.w());
    Attempt.of(other.allowed(), () -> shape.withN(samples), NAMED)
        .ifPresent(
            made -> {
              assertEquals(other.shape(), made);
              assertTrue(made.sameSample(shape) && shape.sameSample(made));
              assertEquals(samples == shape.n(), made.equals(shape));
            });
  }

  private static void checkIndex(FuzzedDataProvider data, Shape s) {
    int[] lengths = {s.n(), s.c(), s.d(), s.h(), s.w()};
    int[] at = IntStream.of(lengths).map(length -> index(data, length)).toArray();
    if (IntStream.range(0, at.length).allMatch(i -> at[i] >= 0 && at[i] < lengths[i])) {
      BigInteger expected = BigInteger.ZERO;
      for (int i = 0; i < at.length; i++) {
        expected = expected.multiply(BigInteger.valueOf(lengths[i])).add(BigInteger.valueOf(at[i]));
      }
      assertEquals(expected, BigInteger.valueOf(s.indexOf(at[0], at[1], at[2], at[3], at[4])));
    } else {
      assertThrowsExactly(
          IndexOutOfBoundsException.class, () -> s.indexOf(at[0], at[1], at[2], at[3], at[4]));
    }
  }

  private static int index(FuzzedDataProvider data, int length) {
    return Draws.oneIn(8, data) ? Draws.anyInt(data) : data.consumeInt(0, Math.max(0, length - 1));
  }

  /** Extents that need not make a shape; those that a layout lacks are 1. */
  private record Extents(int rank, int n, int c, int d, int h, int w) {
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    Extents(Shape s) {
      this(s.rank(), s.n(), s.c(), s.d(), s.h(), s.w());
    }

    static Extents draw(FuzzedDataProvider data) {
      int rank = data.consumeInt(2, 5);
      int d = rank == 5 ? extent(data) : 1;
      int h = rank >= 4 ? extent(data) : 1;
      int w = rank >= 3 ? extent(data) : 1;
      return new Extents(rank, extent(data), extent(data), d, h, w);
    }

    private static int extent(FuzzedDataProvider data) {
      return Draws.oneIn(4, data) ? Draws.anyInt(data) : data.consumeInt(0, 300);
    }

    Shape shape() {
      return switch (rank) {
        case 2 -> Shape.nc(n, c);
        case 3 -> Shape.ncw(n, c, w);
        case 4 -> Shape.nchw(n, c, h, w);
        default -> Shape.ncdhw(n, c, d, h, w);
      };
    }

    BigInteger size() {
      return sampleSize().multiply(BigInteger.valueOf(n));
    }

    private BigInteger sampleSize() {
      return IntStream.of(c, d, h, w)
          .mapToObj(BigInteger::valueOf)
          .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    boolean allowed() {
      return n >= 0
          && IntStream.of(c, d, h, w).allMatch(extent -> extent >= 1)
          && sampleSize().max(size()).compareTo(MOST) <= 0;
    }
  }
}
