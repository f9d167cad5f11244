package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.DropBlock;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One layer, called for the parts of a batch on several devices. */
class DevicesTest extends EngineTest {
  private static final int DEVICES = 4;
  private static final int STEPS = 25;
  private static final Shape SHAPE = new Shape(4, 6, 9, 8);
  private static final io.github.dropblock.tensor.Shape NCHW =
      io.github.dropblock.tensor.Shape.nchw(4, 6, 9, 8);
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();

  private float[] part(DropBlockLayer layer, int device) {
    return train(layer, Pretended.on(Device.gpu(device), numbers(SHAPE))).toFloatArray();
  }

  private float[] expected(Regularizer regularizer, long step, int device) {
    Tensor x = Tensor.of(numbers(SHAPE).toFloatArray(), NCHW);
    return regularizer.sample(NCHW, step, (long) device << 32).apply(x).data();
  }

  @Test
  void partsAreDrawnAsOtherSamples() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    for (long step = 0; step < 3; step++) {
      assertEquals(step, layer.step());
      // In turn and backwards: the order does not matter.
      for (int device = DEVICES - 1; device >= 0; device--) {
        assertArrayEquals(expected(DROP_BLOCK, step, device), part(layer, device));
      }
    }
  }

  @Test
  void partsDiffer() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    List<float[]> parts = new ArrayList<>();
    for (int device = 0; device < DEVICES; device++) {
      float[] part = part(layer, device);
      parts.forEach(other -> assertFalse(Arrays.equals(other, part)));
      parts.add(part);
    }
  }

  @Test
  void whatTheBatchSharesTheDevicesShare() {
    Regularizer shared =
        DropBlock.builder().keepProb(.8).blockSize(3).sharing(MaskSharing.BATCH).build();
    DropBlockLayer layer = DropBlockLayer.of(shared);
    assertArrayEquals(part(layer, 0), part(layer, 3));
  }

  /** The first device is as the CPU: a model goes on alike on either. */
  @Test
  void theFirstDeviceIsAsTheProcessor() {
    NDArray onProcessor = train(DropBlockLayer.of(DROP_BLOCK), numbers(SHAPE));
    assertArrayEquals(onProcessor.toFloatArray(), part(DropBlockLayer.of(DROP_BLOCK), 0));
  }

  /** A thread for each device, none of which waits for the others. */
  @Test
  void threads() throws Exception {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    layer.initialize(manager, DataType.FLOAT32, SHAPE);
    ExecutorService pool = Executors.newFixedThreadPool(DEVICES);
    try {
      List<Callable<List<float[]>>> devices = new ArrayList<>();
      for (int device = 0; device < DEVICES; device++) {
        int id = device;
        devices.add(() -> IntStream.range(0, STEPS).mapToObj(i -> part(layer, id)).toList());
      }
      List<Future<List<float[]>>> results = pool.invokeAll(devices);
      for (int device = 0; device < DEVICES; device++) {
        for (int step = 0; step < STEPS; step++) {
          assertArrayEquals(
              expected(DROP_BLOCK, step, device), results.get(device).get().get(step));
        }
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(STEPS, layer.step());
  }
}
