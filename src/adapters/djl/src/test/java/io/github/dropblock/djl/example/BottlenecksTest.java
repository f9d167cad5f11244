package io.github.dropblock.djl.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.junit.jupiter.api.Test;

class BottlenecksTest {
  /** A group halves the map; its layers drop in training, and not in inference. */
  @Test
  void aGroupOfThree() {
    Bottlenecks group = new Bottlenecks(KeepProbSchedule.constant(.9), 4);
    SequentialBlock network =
        new SequentialBlock().add(group.first(8, 2)).add(group.next(8)).add(group.next(8));
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.randomNormal(new Shape(4, 16, 14, 14));
      network.initialize(manager, DataType.FLOAT32, x.getShape());
      ParameterStore store = new ParameterStore(manager, false);
      NDArray first = network.forward(store, new NDList(x), true).head();
      assertEquals(new Shape(4, 32, 7, 7), first.getShape());
      assertNotEquals(first, network.forward(store, new NDList(x), true).head());
      NDArray inferred = network.forward(store, new NDList(x), false).head();
      assertEquals(inferred, network.forward(store, new NDList(x), false).head());
    }
  }
}
