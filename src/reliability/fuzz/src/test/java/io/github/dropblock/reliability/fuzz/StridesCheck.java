package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.DropMask;
import io.github.dropblock.Strides;
import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tensors in any order in a buffer: as the oracle does, or rejected untouched. */
final class StridesCheck {
  private static final int MAX_CAPACITY = 1 << 14;
  private static final int AXES = 5;

  private StridesCheck() {}

  static void check(FuzzedDataProvider data) {
    Setup.draw(data)
        .filter(Setup::isQuick)
        .map(setup -> setup.regularizer().sample(Draws.shape(data), 1))
        .ifPresent(
            mask -> strides(data, mask.shape()).ifPresent(strides -> check(data, mask, strides)));
  }

  private static Optional<Strides> strides(FuzzedDataProvider data, Shape shape) {
    if (Draws.oneIn(6, data)) {
      int[] any = IntStream.generate(() -> any(data)).limit(AXES + 1).toArray();
      return Attempt.of(
          IntStream.of(any).allMatch(number -> number >= 0),
          () -> new Strides(any[0], any[1], any[2], any[3], any[4], any[5]),
          "offset",
          "stride of ");
    }
    return Optional.of(ordered(data, shape));
  }

  private static int any(FuzzedDataProvider data) {
    return Draws.oneIn(8, data) ? Draws.anyInt(data) : data.consumeInt(0, 40);
  }

  /** The axes in any order, with or without gaps: no two elements are at one place. */
  private static Strides ordered(FuzzedDataProvider data, Shape s) {
    int[] extents = {s.n(), s.c(), s.d(), s.h(), s.w()};
    int[] strides = new int[AXES];
    boolean rowMajor = Draws.oneIn(4, data);
    boolean gaps = Draws.oneIn(3, data);
    List<Integer> axes = new ArrayList<>(List.of(4, 3, 2, 1, 0));
    int next = 1;
    while (!axes.isEmpty()) {
      int axis = axes.remove(rowMajor ? 0 : data.consumeInt(0, axes.size() - 1));
      strides[axis] = next;
      next *= Math.max(1, extents[axis]) + (gaps ? data.consumeInt(0, 1) : 0);
    }
    int offset = data.consumeInt(0, 5);
    return new Strides(offset, strides[0], strides[1], strides[2], strides[3], strides[4]);
  }

  private static void check(FuzzedDataProvider data, DropMask mask, Strides strides) {
    StridedPlaces places = StridedPlaces.of(mask.shape(), strides);
    long length = places.end() + data.consumeInt(0, 3) - (Draws.oneIn(8, data) ? 1 : 0);
    int limit = (int) Math.min(Math.max(0, length), MAX_CAPACITY);
    FloatBuffer writable = Buffers.draw(data, limit + data.consumeInt(0, 3));
    writable.limit(limit).position(data.consumeInt(0, limit));
    FloatBuffer buffer = Draws.oneIn(8, data) ? writable.asReadOnlyBuffer() : writable;
    boolean allowed = places.end() <= limit && !buffer.isReadOnly() && places.distinct();
    boolean backward = data.consumeBoolean();
    Buffers.Expectation expectation =
        allowed ? expected(mask, buffer, places, backward) : new Buffers.Expectation(buffer);
    Attempt.of(
        allowed,
        () -> run(mask, buffer, strides, backward),
        (backward ? "dy" : "x") + ".limit()",
        (backward ? "dy" : "x") + " must be writable",
        "strides must not put two elements at one index");
    expectation.check();
  }

  private static FloatBuffer run(
      DropMask mask, FloatBuffer buffer, Strides strides, boolean backward) {
    if (backward) {
      mask.backwardInPlace(buffer, strides);
    } else {
      mask.applyInPlace(buffer, strides);
    }
    return buffer;
  }

  private static Buffers.Expectation expected(
      DropMask mask, FloatBuffer buffer, StridedPlaces places, boolean backward) {
    ElementwiseOracle oracle = ElementwiseOracle.ofAnswers(mask);
    float[] x = places.read(Buffers.all(buffer));
    float[] expected = backward ? oracle.backward(x) : oracle.apply(x);
    return new Buffers.Expectation(buffer, expected, places.indexes());
  }
}
