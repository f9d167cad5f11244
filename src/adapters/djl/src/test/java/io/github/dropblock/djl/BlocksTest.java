package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import io.github.dropblock.DropBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layer among the engine's blocks. */
class BlocksTest extends EngineTest {
  private static final Shape SHAPE = new Shape(2, SmallNetwork.CHANNELS, 9, 8);
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();
  private static final DropBlock OTHER = DROP_BLOCK.withSeed(6);

  private NDArray initialized(Block block, boolean training) {
    block.initialize(manager, DataType.FLOAT32, SHAPE);
    return pass(block, numbers(SHAPE), training);
  }

  @Test
  void inASequence() {
    Block sequence =
        new SequentialBlock()
            .add(Activation::relu)
            .add(DropBlockLayer.of(DROP_BLOCK))
            .add(Activation::relu)
            .add(DropBlockLayer.of(OTHER));
    NDArray y = initialized(sequence, true);
    NDArray once = train(DropBlockLayer.of(DROP_BLOCK), numbers(SHAPE));
    assertEquals(train(DropBlockLayer.of(OTHER), once), y);
    assertArrayEquals(new Shape[] {SHAPE}, sequence.getOutputShapes(new Shape[] {SHAPE}));
  }

  @Test
  void onSkipConnections() {
    Block sum =
        new ParallelBlock(
            parts -> new NDList(parts.get(0).head().add(parts.get(1).head())),
            List.of(DropBlockLayer.of(DROP_BLOCK), DropBlockLayer.of(OTHER)));
    NDArray left = train(DropBlockLayer.of(DROP_BLOCK), numbers(SHAPE));
    NDArray right = train(DropBlockLayer.of(OTHER), numbers(SHAPE));
    assertEquals(left.add(right), initialized(sum, true));
    NDArray twice = numbers(SHAPE);
    assertEquals(twice.add(twice), initialized(sum, false));
  }

  @Test
  void inResiduals() {
    Block block =
        new SequentialBlock()
            .add(SmallNetwork.residual(DropBlockLayer.of(DROP_BLOCK), DropBlockLayer.of(OTHER)));
    assertEquals(SHAPE, initialized(block, true).getShape());
  }

  @Test
  void itTellsWhatItIs() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK).step(7);
    assertEquals("DropBlockLayer[" + DROP_BLOCK + ", step 7]", layer.toString());
    String network = new SequentialBlock().add(layer).toString();
    assertTrue(network.contains("DropBlockLayer"), network);
  }
}
