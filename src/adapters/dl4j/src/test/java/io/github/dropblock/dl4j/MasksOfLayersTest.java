package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Which mask each layer has: its own in a pass, and the same in each pass of an iteration. */
class MasksOfLayersTest {
  private static final long[] SHAPE = {4, 3, 9, 9};
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(3).seed(42).build();

  private static INDArray dropped(DropBlockDropout dropout, int iteration, LayerWorkspaceMgr pass) {
    INDArray x = Nd4j.ones(DataType.FLOAT, SHAPE);
    return dropout.applyDropout(x, x, iteration, 0, pass);
  }

  private static INDArray gradient(DropBlockDropout dropout, int iteration) {
    INDArray x = Nd4j.ones(DataType.FLOAT, SHAPE);
    return dropout.backprop(x, x, iteration, 0);
  }

  @Test
  void theFirstLayerHasTheRegularizersOwnMask() {
    INDArray expected = Nd4j.ones(DataType.FLOAT, SHAPE);
    INDArray x = Nd4j.ones(DataType.FLOAT, SHAPE);
    DROP_BLOCK
        .sample(Layouts.shape(x, DataLayout.CHANNELS_FIRST), 7)
        .applyInPlace(expected.data().asNioFloat());
    assertEquals(
        expected, dropped(DropBlockDropout.of(DROP_BLOCK), 7, LayerWorkspaceMgr.noWorkspaces()));
  }

  @Test
  void layersOfOneSeedHaveMasksOfTheirOwn() {
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    DropBlockDropout dropBlock = DropBlockDropout.of(DROP_BLOCK);
    DropBlockDropout dropout = DropBlockDropout.of(Dropout.of(.7, DROP_BLOCK.seed()));
    List<INDArray> all =
        List.of(
            dropped(dropBlock, 7, pass),
            dropped(dropBlock, 7, pass),
            dropped(dropBlock.clone(), 7, pass),
            dropped(dropBlock.forLayer(3), 7, pass),
            dropped(dropBlock.forLayer(4), 7, pass),
            dropped(dropout, 7, pass),
            dropped(dropout, 7, LayerWorkspaceMgr.noWorkspaces()));
    assertEquals(all.size(), all.stream().map(INDArray::toStringFull).distinct().count());
  }

  @Test
  void oneInstanceAndCopiesOfItDropAlike() {
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    LayerWorkspaceMgr other = LayerWorkspaceMgr.noWorkspaces();
    DropBlockDropout shared = DropBlockDropout.of(DROP_BLOCK);
    for (int layer = 0; layer < 3; layer++) {
      assertEquals(dropped(shared, 7, pass), dropped(shared.clone(), 7, other));
    }
  }

  @Test
  void anotherSeedHasNoPartInTheNumbers() {
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    DropBlockDropout dropout = DropBlockDropout.of(DROP_BLOCK);
    DropBlockDropout other = DropBlockDropout.of(DROP_BLOCK.withSeed(43));
    INDArray alone = dropped(other, 7, LayerWorkspaceMgr.noWorkspaces());
    INDArray first = dropped(dropout, 7, pass);
    assertEquals(alone, dropped(other, 7, pass));
    assertNotEquals(first, alone);
  }

  @Test
  void gradientsUseTheMasksInReverse() {
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    DropBlockDropout shared = DropBlockDropout.of(DROP_BLOCK);
    List<INDArray> forward = new ArrayList<>();
    for (int layer = 0; layer < 3; layer++) {
      forward.add(dropped(shared, 7, pass));
    }
    for (int layer = 2; layer >= 0; layer--) {
      assertEquals(forward.get(layer), gradient(shared, 7));
    }
  }

  @Test
  void passesOfAnIterationAreAlikeAndIterationsAreNot() {
    DropBlockDropout dropout = DropBlockDropout.of(DROP_BLOCK);
    LayerWorkspaceMgr kept = LayerWorkspaceMgr.noWorkspaces();
    INDArray first = dropped(dropout, 7, kept);
    assertEquals(first, dropped(dropout, 7, LayerWorkspaceMgr.noWorkspaces()));
    assertEquals(first, dropped(dropout, 7, null));
    assertEquals(first, dropped(dropout, 7, LayerWorkspaceMgr.noWorkspacesImmutable()));
    assertEquals(first, dropped(dropout, 7, LayerWorkspaceMgr.noWorkspacesImmutable()));
    assertNotEquals(first, dropped(dropout, 8, LayerWorkspaceMgr.noWorkspaces()));
    // One manager for several iterations: numbers begin anew.
    INDArray next = dropped(dropout, 8, kept);
    assertEquals(next, dropped(dropout, 8, LayerWorkspaceMgr.noWorkspaces()));
    assertNotEquals(first, next);
  }

  /** What a network's layers hand on while it is trained. */
  @Test
  void anEnginesPassIsOnePass() {
    DropBlockDropout dropout = DropBlockDropout.of(DROP_BLOCK);
    for (DropBlockDropout second : List.of(dropout, dropout.clone())) {
      MultiLayerNetwork network =
          Networks.chain(
              Networks.defaults(),
              InputType.convolutional(9, 9, 3),
              new DropoutLayer(dropout),
              new DropoutLayer(second));
      assertFollows(network, DROP_BLOCK, 0);
      MultiLayerConfiguration read =
          MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson());
      MultiLayerNetwork restored = new MultiLayerNetwork(read);
      restored.init();
      assertFollows(restored, DROP_BLOCK, network.getIterationCount());
    }
  }

  private static void assertFollows(MultiLayerNetwork network, DropBlock dropBlock, int from) {
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    DropBlockDropout expected = DropBlockDropout.of(dropBlock);
    INDArray first = dropped(expected, from, pass);
    INDArray both = dropped(expected, from, pass).muli(first);
    SeenActivations seen = new SeenActivations(1);
    network.setListeners(seen);
    INDArray x = Nd4j.ones(DataType.FLOAT, SHAPE);
    network.fit(x, Nd4j.zeros(DataType.FLOAT, SHAPE[0], Networks.CLASSES));
    assertEquals(List.of(both), seen.seen());
  }
}
