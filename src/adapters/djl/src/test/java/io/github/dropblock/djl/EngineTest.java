package io.github.dropblock.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests in the engine share: a manager, numbers, and a pass through a block. */
abstract class EngineTest {
  NDManager manager;

  @BeforeEach
  final void openManager() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  final void closeManager() {
    manager.close();
  }

  /** Numbers in [1, 2): none is 0, so that 0 in an output means that it was dropped. */
  final NDArray numbers(Shape shape) {
    Random random = new Random(1);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + random.nextFloat();
    }
    return manager.create(values, shape);
  }

  final NDArray train(Block block, NDArray x) {
    return pass(block, x, true);
  }

  final NDArray pass(Block block, NDArray x, boolean training) {
    ParameterStore store = new ParameterStore(manager, false);
    return block.forward(store, new NDList(x), training).singletonOrThrow();
  }
}
