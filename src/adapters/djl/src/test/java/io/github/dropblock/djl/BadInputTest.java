package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.engine.rpc.RpcEngineProvider;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is refused by a message that says so, and nothing advances. */
class BadInputTest extends EngineTest {
  private static final DropBlock DROP_BLOCK = DropBlock.builder().seed(5).build();
  private final DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);

  private void assertRejected(String message, NDArray x) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> train(layer, x));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(0, layer.step());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void ranks(int rank) {
    Shape shape = new Shape(Collections.nCopies(rank, 2L));
    assertRejected(
        "x must be NC, NCW, NCHW or NCDHW, of 2 to 5 axes: " + shape, manager.ones(shape));
    assertThrows(
        IllegalArgumentException.class, () -> layer.initialize(manager, DataType.FLOAT32, shape));
  }

  @ParameterizedTest
  @EnumSource(names = {"INT32", "INT64", "UINT8", "BOOLEAN"})
  void types(DataType type) {
    NDArray x = manager.ones(new Shape(2, 3, 8, 8)).toType(type, true);
    layer.initialize(manager, DataType.FLOAT32, x.getShape());
    assertRejected("x must be one of [float32, float16, float64]: " + type, x);
  }

  /** Such an array cannot even be made: the engine ends the whole JVM. */
  @Test
  void brainFloats() {
    NDArray x = numbers(new Shape(2, 3, 8, 8));
    layer.initialize(manager, DataType.FLOAT32, x.getShape());
    assertRejected("bfloat16", Pretended.answering(x, "getDataType", DataType.BFLOAT16));
  }

  @Test
  void otherEngines() {
    NDArray x = numbers(new Shape(2, 3, 8, 8));
    layer.initialize(manager, DataType.FLOAT32, x.getShape());
    Engine other = new RpcEngineProvider().getEngine();
    NDManager elsewhere = Pretended.answering(manager, "getEngine", other);
    assertRejected(
        "x must be an array of PyTorch: RPC", Pretended.answering(x, "getManager", elsewhere));
  }

  @Test
  void layouts() {
    Shape channelsLast = new Shape(new long[] {2, 8, 8, 3}, "NHWC");
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> layer.initialize(manager, DataType.FLOAT32, channelsLast));
    assertTrue(e.getMessage().contains("NHWC"), e.getMessage());
    layer.initialize(manager, DataType.FLOAT32, new Shape(new long[] {2, 3, 8, 8}, "NCHW"));
  }

  @Test
  void severalInputs() {
    NDArray x = numbers(new Shape(2, 3, 8, 8));
    ParameterStore store = new ParameterStore(manager, false);
    assertThrows(
        IndexOutOfBoundsException.class, () -> layer.forward(store, new NDList(x, x), true));
  }

  @Test
  void nothing() {
    Dropout dropout = Dropout.of(.5, 1);
    assertThrows(IllegalArgumentException.class, () -> DropBlockLayer.of(null));
    assertThrows(IllegalArgumentException.class, () -> DropBlockLayer.of(dropout, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> DropBlockLayer.of(null, KeepProbSchedule.constant(.5)));
    assertThrows(IllegalArgumentException.class, () -> layer.configure(null));
    assertThrows(IllegalArgumentException.class, () -> layer.configure(dropout, null));
    assertEquals(DROP_BLOCK, layer.regularizer());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void steps(long step) {
    for (Runnable call : new Runnable[] {() -> layer.step(step), () -> layer.startAt(step)}) {
      Exception e = assertThrows(IllegalArgumentException.class, call::run);
      assertEquals("step must be at least 0: " + step, e.getMessage());
    }
  }
}
