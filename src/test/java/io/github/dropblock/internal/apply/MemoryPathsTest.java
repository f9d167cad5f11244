package io.github.dropblock.internal.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels work on the memory itself where they reach it, and nothing is copied there. */
@Tag("kernels")
class MemoryPathsTest {
  private static final Shape SHAPE = Shape.nchw(3, 66, 7, 8);
  private static final int OFFSET = 5;

  /** The engines' orders, in which a block is a few long runs. */
  static List<ElementOrder> orders() {
    int plane = 7 * 8;
    return List.of(
        new ElementOrder(SHAPE, OFFSET, 66 * plane, plane, 0, 8, 1),
        new ElementOrder(SHAPE, OFFSET, plane, 3 * plane, 0, 8, 1),
        new ElementOrder(SHAPE, OFFSET, 66 * plane, 1, 0, 8 * 66, 66),
        new ElementOrder(SHAPE, OFFSET, 66 * plane, plane, 0, 1, 7),
        new ElementOrder(SHAPE, OFFSET, 66 * (plane + 1), plane + 1, 0, 8, 1));
  }

  private static FloatBuffer direct(int size) {
    return ByteBuffer.allocateDirect(4 * size).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** An array from an offset on, and memory outside the heap where vectors reach it. */
  private static List<Memory> reached(int size) {
    FloatBuffer heap = FloatBuffer.allocate(size + 9).position(9).slice();
    List<Memory> reached = new ArrayList<>(List.of(Memory.of(heap)));
    Memory direct = Memory.of(direct(size));
    if (direct.direct() != null) {
      reached.add(direct);
    }
    return reached;
  }

  private static MaskState state() {
    BitSet dropped = BitSet.valueOf(new Random(7).longs(Bits.words(SHAPE.size())).toArray());
    dropped.clear(SHAPE.size(), dropped.size());
    return MaskState.of(SHAPE, Granularity.ELEMENT, dropped, new Workers(null, 1));
  }

  private static int place(ElementOrder order, int i) {
    int w = i % 8;
    int h = i / 8 % 7;
    int c = i / 56 % 66;
    int n = i / 56 / 66;
    return order.offset() + n * order.n() + c * order.c() + h * order.h() + w * order.w();
  }

  private static float[] scattered(ElementOrder order, MaskState state, boolean masked) {
    float[] all = new float[(int) order.last() + 1];
    for (int i = 0; i < SHAPE.size(); i++) {
      all[place(order, i)] = masked && Bits.get(state.dropped(), i) ? 0 : i + 1;
    }
    return all;
  }

  private static void assertHolds(float[] expected, Memory memory) {
    float[] actual = new float[expected.length];
    memory.get(0, actual, 0, actual.length);
    assertArrayEquals(expected, actual);
  }

  private static BlockPlan plan(ElementOrder order, MaskState state) {
    return new BlockPlan(order.offset(), MemoryAxis.of(order, state.layout(), state.scales()));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void stridedTensorsAreMaskedWhereTheyLie(ElementOrder order) {
    MaskState state = state();
    BlockPlan plan = plan(order, state);
    float[] before = scattered(order, state, false);
    for (Memory memory : reached(before.length)) {
      memory.put(0, before, 0, before.length);
      BlockPass pass = new BlockPass(plan, state);
      pass.apply(new UncopiedMemory(memory), 0, plan.blocks(), Direction.FORWARD);
      assertHolds(scattered(order, state, true), memory);
    }
  }

  @ParameterizedTest
  @MethodSource("orders")
  void stridedArraysAreWrittenAndSelectedWhereTheyLie(ElementOrder order) {
    MaskState state = state();
    BlockPlan plan = plan(order, state);
    float[] kept = scattered(order, state, false);
    Memory a = new UncopiedMemory(new ArrayMemory(kept, 0));
    Memory zeros = new UncopiedMemory(new ArrayMemory(new float[kept.length], 0));
    float[] selected = new float[kept.length];
    Memory out = new UncopiedMemory(new ArrayMemory(selected, 0));
    new BlockPass(plan, state).select(a, zeros, out, 0, plan.blocks());
    assertArrayEquals(scattered(order, state, true), selected);
    new BlockPass(plan, state).writeMultipliers(out, 0, plan.blocks());
    for (int i = 0; i < SHAPE.size(); i++) {
      assertEquals(Bits.get(state.dropped(), i) ? 0 : 1, selected[place(order, i)]);
    }
  }

  @Test
  void buffersAreMaskedWhereTheyLie() {
    MaskState state = state();
    ElementOrder order = orders().get(0);
    float[] before = scattered(order, state, false);
    for (Memory memory : reached(before.length)) {
      memory.put(0, before, 0, before.length);
      Memory uncopied = new UncopiedMemory(memory);
      BufferPasses.apply(state, uncopied, OFFSET, uncopied, OFFSET, Direction.BACKWARD);
      assertHolds(scattered(order, state, true), memory);
    }
  }

  @Test
  void arraysOfBuffersAreWrittenAndSelectedWhereTheyLie() {
    MaskState state = state();
    float[] expected = scattered(orders().get(0), state, true);
    float[] array = scattered(orders().get(0), state, false);
    Memory uncopied = new UncopiedMemory(new ArrayMemory(array, 2));
    Memory zeros = new UncopiedMemory(new ArrayMemory(new float[array.length], 0));
    int at = OFFSET - 2;
    BufferPasses.select(state, uncopied, at, zeros, OFFSET, uncopied, at);
    assertArrayEquals(expected, array);
    BufferPasses.writeMultipliers(state, uncopied, at);
    assertEquals(state.keptCount(), count(array, 1f));
    BufferPasses.writeFill(state, uncopied, at);
    assertEquals(array.length, count(array, 0f));
  }

  private static long count(float[] array, float value) {
    return Arrays.stream(toDoubles(array)).filter(x -> x == value).count();
  }

  private static double[] toDoubles(float[] array) {
    double[] doubles = new double[array.length];
    Arrays.setAll(doubles, i -> array[i]);
    return doubles;
  }

  /** Otherwise the tests above could not fail. */
  @Test
  void aCopyIsSeen() {
    MaskState state = state();
    Memory memory = new UncopiedMemory(new BufferMemory(direct(SHAPE.size()), null));
    assertThrows(
        AssertionError.class,
        () -> BufferPasses.apply(state, memory, 0, memory, 0, Direction.FORWARD));
  }

  @Test
  void buffersWithAnAccessibleArrayAreArrays() {
    FloatBuffer heap = FloatBuffer.allocate(20).position(4).slice();
    Memory memory = Memory.of(heap);
    assertSame(heap.array(), memory.array());
    assertEquals(4 + 3, memory.index(3));
    assertNull(memory.direct());
    assertNull(Memory.of(heap.asReadOnlyBuffer()).array());
    assertNull(Memory.of(ByteBuffer.allocate(80).asFloatBuffer()).array());
    assertNull(Memory.of(direct(20)).array());
    assertNotNull(Memory.of(direct(20)));
  }
}
