package io.github.dropblock.reliability.load;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Cases, and the results of each operation on them, computed by one thread alone. */
final class ExpectedResults {
  /** The last is large enough to be shared with the common pool. */
  private static final List<Shape> SHAPES =
      List.of(
          Shape.nchw(1, 1, 1, 1),
          Shape.ncw(5, 3, 100),
          Shape.nchw(2, 5, 14, 14),
          Shape.nchw(3, 70, 9, 9),
          Shape.ncdhw(2, 3, 6, 7, 8),
          Shape.nchw(4, 64, 28, 28),
          Shape.nchw(8, 256, 23, 23));

  /** Elements of all cases of a shape; two cases there are always. */
  private static final int MAX_ELEMENTS = 1 << 20;

  private static final int MAX_STEPS = 32;

  private final List<Case> cases = new ArrayList<>();
  private final Map<Operation, long[]> results = new EnumMap<>(Operation.class);

  /** Computes them with a regularizer of its own. */
  ExpectedResults(long seed) {
    Regularizer alone = regularizer(seed, Threads.none());
    for (Shape shape : SHAPES) {
      Tensor x = Inputs.tensor(shape);
      for (int step = 0; step < steps(shape); step++) {
        cases.add(new Case(shape, step, x, alone.sample(shape, step)));
      }
    }
    ThreadBuffers buffers = new ThreadBuffers();
    for (Operation each : Operation.values()) {
      results.put(each, cases.stream().mapToLong(c -> each.run(alone, c, buffers)).toArray());
    }
  }

  /** The large would otherwise take all the time. */
  private static int steps(Shape shape) {
    return Math.max(2, Math.min(MAX_STEPS, MAX_ELEMENTS / shape.size()));
  }

  static Regularizer regularizer(long seed, Threads threads) {
    return DropBlock.builder().keepProb(0.9).blockSize(7).threads(threads).seed(seed).build();
  }

  int size() {
    return cases.size();
  }

  /** Whether a regularizer gives the expected result. */
  boolean isRight(Operation operation, Regularizer regularizer, int index, ThreadBuffers buffers) {
    long result = operation.run(regularizer, cases.get(index), buffers);
    return result == results.get(operation)[index];
  }
}
