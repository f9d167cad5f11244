package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropMask;
import io.github.dropblock.LayerState;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One of the kinds of values that go to maps and bytes.
 *
 * @param type of the values
 * @param seeds some values
 * @param fromBytes reads bytes
 * @param toBytes writes them
 * @param fromMap reads a map
 * @param toMap writes it
 * @param use what must work with any value that was read
 * @param <T> the kind
 */
record Kind<T>(
    Class<T> type,
    List<T> seeds,
    Function<byte[], T> fromBytes,
    Function<T, byte[]> toBytes,
    Function<Map<String, ?>, T> fromMap,
    Function<T, Map<String, Object>> toMap,
    Consumer<T> use) {
  static final Kind<Regularizer> REGULARIZERS =
      new Kind<>(
          Regularizer.class,
          Seeds.regularizers(),
          Regularizer::fromBytes,
          Regularizer::toBytes,
          Regularizer::fromMap,
          Regularizer::toMap,
          Kind::use);

  static final Kind<DropMask> MASKS =
      new Kind<>(
          DropMask.class,
          Seeds.masks(),
          DropMask::fromBytes,
          DropMask::toBytes,
          DropMask::fromMap,
          DropMask::toMap,
          MaskCheck::check);

  static final Kind<KeepProbSchedule> SCHEDULES =
      new Kind<>(
          KeepProbSchedule.class,
          Seeds.schedules(),
          KeepProbSchedule::fromBytes,
          KeepProbSchedule::toBytes,
          KeepProbSchedule::fromMap,
          KeepProbSchedule::toMap,
          schedule -> ScheduleCheck.checkRange(schedule, 7));

  static final Kind<LayerState> STATES =
      new Kind<>(
          LayerState.class,
          Seeds.states(),
          LayerState::fromBytes,
          LayerState::toBytes,
          LayerState::fromMap,
          LayerState::toMap,
          state -> assertTrue(state.step() >= 0 && state.use() >= 0 && state.draw() >= 0));

  static final List<Kind<?>> ALL = List.of(REGULARIZERS, MASKS, SCHEDULES, STATES);

  /** A value that was read: it can be used, and written and read again. */
  void checkRead(T value) {
    checkRoundTrips(value);
    use.accept(value);
  }

  /** The same for a value of any type, if it is of this kind. */
  void checkIfOwn(Object value) {
    if (type.isInstance(value)) {
      checkRead(type.cast(value));
    }
  }

  /** A value of any origin comes back from its bytes and from its map. */
  void checkRoundTrips(T value) {
    byte[] bytes = toBytes.apply(value);
    Map<String, Object> map = toMap.apply(value);
    assertPlain(map);
    T fromItsBytes = fromBytes.apply(bytes);
    assertArrayEquals(bytes, toBytes.apply(fromItsBytes));
    assertEquals(map, toMap.apply(fromItsBytes));
    T fromItsMap = fromMap.apply(map);
    assertArrayEquals(bytes, toBytes.apply(fromItsMap));
    assertEquals(map, toMap.apply(fromItsMap));
  }

  /** What any JSON library can write. */
  private static void assertPlain(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> assertTrue(key instanceof String));
      map.values().forEach(Kind::assertPlain);
    } else if (value instanceof List<?> list) {
      list.forEach(Kind::assertPlain);
    } else {
      boolean finite = !(value instanceof Double real) || Double.isFinite(real);
      boolean scalar = value instanceof String || value instanceof Long || value instanceof Boolean;
      assertTrue(scalar || value instanceof Double && finite, () -> "" + value);
    }
  }

  private static void use(Regularizer regularizer) {
    if (Setup.isQuick(regularizer)) {
      MaskCheck.check(regularizer.sample(Shape.ncdhw(2, 3, 2, 5, 4), 1));
    }
  }
}
