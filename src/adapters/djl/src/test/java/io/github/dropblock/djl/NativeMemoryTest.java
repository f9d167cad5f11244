package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Fill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a pass makes for itself is given back. */
class NativeMemoryTest extends EngineTest {
  private static final int STEPS = 1000;
  private static final Shape SHAPE = new Shape(8, 64, 32, 32);
  private final DropBlockLayer layer =
      DropBlockLayer.of(DropBlock.builder().seed(5).build().withFill(Fill.constant(1)));

  @Test
  void aPassLeavesItsOutputOnly() {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT16, DataType.FLOAT64}) {
      NDArray x = manager.full(SHAPE, 1, type);
      int before = manager.getManagedArrays().size();
      train(layer, x);
      assertEquals(before + 1, manager.getManagedArrays().size());
    }
  }

  /**
   * The resident set also has the heap, which grows with the garbage of a pass until it is
   * collected, by some 90 KiB a step. Each pass writes 4 MiB for the engine: to lose one of them in
   * 16 passes would show.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aThousandStepsDoNotGrow() throws IOException {
    NDArray numbers = numbers(SHAPE);
    int arrays = manager.getManagedArrays().size();
    for (int step = 0; step < STEPS / 5; step++) {
      step(numbers);
    }
    long before = residentBytes();
    for (int step = 0; step < STEPS; step++) {
      step(numbers);
    }
    long growth = residentBytes() - before;
    assertTrue(growth < STEPS / 16 * 2 * SHAPE.size() * Float.BYTES, "grown by " + growth);
    assertEquals(arrays, manager.getManagedArrays().size());
  }

  /** As in training: what a batch brings is closed with it. */
  private void step(NDArray numbers) {
    try (NDManager batch = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray x = numbers.duplicate();
      x.attach(batch);
      x.setRequiresGradient(true);
      collector.backward(train(layer, x).sum());
    }
  }

  private static long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        * 1024;
  }
}
