package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.AllocationsTracker;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Many steps take no more native memory than a few. */
class MemoryTest {
  private static final int STEPS = 1000;

  /** What the engine and its bridge hold outside the heap, in bytes. */
  private static long nativeBytes() {
    int device = Nd4j.getAffinityManager().getDeviceForCurrentThread();
    return AllocationsTracker.getInstance().bytesOnDevice(device) + Pointer.totalBytes();
  }

  @Test
  void dropoutAloneAllocatesNothing() {
    DropBlockDropout dropout = DropBlockDropout.of(.9, 7, 42);
    INDArray x = Nd4j.ones(DataType.FLOAT, 8, 16, 14, 14);
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    long before = nativeBytes();
    for (int step = 0; step < STEPS; step++) {
      dropout.applyDropout(x, x, step, 0, pass);
      dropout.backprop(x, x, step, 0);
      x.assign(1);
    }
    long grown = nativeBytes() - before;
    assertTrue(grown <= 0, () -> grown + " bytes");
  }

  /** The engine frees what is garbage, in threads of its own. */
  private static long settledBytes() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      System.gc();
      Thread.sleep(100);
      least = Math.min(least, nativeBytes());
    }
    return least;
  }

  /** A step's masked arrays have 60 KB: one of them lost in each step would be 60 MB. */
  @Test
  void trainingReachesALevel() throws InterruptedException {
    MultiLayerNetwork network = Networks.cnn(DropBlockDropout.of(.9, 3, 42));
    DataSet data = Networks.squares(4, 1);
    train(network, data, STEPS / 10);
    long before = settledBytes();
    train(network, data, STEPS);
    long grown = settledBytes() - before;
    assertTrue(grown < 4 << 20, () -> grown + " bytes");
    assertEquals(STEPS + STEPS / 10, network.getIterationCount());
  }

  @Test
  void droppingAtInferenceReachesALevel() throws InterruptedException {
    MultiLayerNetwork network = Networks.cnn(DropBlockDropout.of(.9, 3, 42));
    DataSet data = Networks.squares(4, 1);
    MonteCarloDropping.sample(network, data.getFeatures(), STEPS / 10);
    long before = settledBytes();
    MonteCarloDropping.sample(network, data.getFeatures(), STEPS);
    long grown = settledBytes() - before;
    assertTrue(grown < 4 << 20, () -> grown + " bytes");
  }

  private static void train(MultiLayerNetwork network, DataSet data, int steps) {
    for (int step = 0; step < steps; step++) {
      network.fit(data);
    }
  }
}
