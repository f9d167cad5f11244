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

/** Questions, and the answers that one thread gave alone. */
final class Exam {
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

  /** Elements of all questions about a shape, but that there are two at least. */
  private static final int MAX_ELEMENTS = 1 << 20;

  private static final int MAX_STEPS = 32;

  private final List<Question> questions = new ArrayList<>();
  private final Map<Operation, long[]> answers = new EnumMap<>(Operation.class);

  /** Asks an operator of its own, without any other thread. */
  Exam(long seed) {
    Regularizer alone = operator(seed, Threads.none());
    for (Shape shape : SHAPES) {
      Tensor x = Inputs.tensor(shape);
      for (int step = 0; step < steps(shape); step++) {
        questions.add(new Question(shape, step, x, alone.sample(shape, step)));
      }
    }
    Desk desk = new Desk();
    for (Operation each : Operation.values()) {
      answers.put(each, questions.stream().mapToLong(q -> each.run(alone, q, desk)).toArray());
    }
  }

  /** The large would otherwise take all the time. */
  private static int steps(Shape shape) {
    return Math.max(2, Math.min(MAX_STEPS, MAX_ELEMENTS / shape.size()));
  }

  static Regularizer operator(long seed, Threads threads) {
    return DropBlock.builder().keepProb(0.9).blockSize(7).threads(threads).seed(seed).build();
  }

  int size() {
    return questions.size();
  }

  /** Whether an operator gives the answer that is expected. */
  boolean isRight(Operation operation, Regularizer operator, int question, Desk desk) {
    long answer = operation.run(operator, questions.get(question), desk);
    return answer == answers.get(operation)[question];
  }
}
