package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.internal.codec.SerialProxy;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Java serialization writes and reads, as a closure or a broadcast of Spark needs it. */
class JavaSerializationTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 9, 9);

  static List<Regularizer> regularizers() {
    List<Regularizer> all = new ArrayList<>(MaskSetup.ofEachKind(.7, 3));
    all.add(AlphaDropout.of(.7, 1));
    all.add(DropBlock.of(.7, 3, 1).withFill(Fill.gaussian(1, 2)));
    all.add(DropBlock.of(.7, 3, 1).withNormalization(Normalization.PLANE));
    all.add(CustomRegularizer.of(new RowsFunction(), .7, 1));
    return all;
  }

  static List<Object> values() {
    DropBlock dropBlock = DropBlock.of(.7, 3, 1);
    return List.of(
        new LayerState(-1, 2, 3, 4, true),
        ScheduledRegularizer.of(Cutout.of(1, 2, 3)),
        ScheduledRegularizer.of(dropBlock, KeepProbSchedule.linear(1, .5, 10)),
        Dropout.of(.5, 42).sample(SHAPE, 5, 6),
        SpatialDropout.of(.5, 42).withNormalization(Normalization.SAMPLE).sample(SHAPE, 1),
        dropBlock.withFill(Fill.uniform(0, 1)).sample(SHAPE, 2).withTotals(400, 500),
        Shape.nc(0, 3),
        Shape.ncw(2, 3, 4),
        SHAPE,
        Shape.ncdhw(2, 3, 4, 5, 6),
        BlockSize.of(1, 2, 3),
        BlockSize.ratio(.3),
        HoleSize.between(BlockSize.square(1), BlockSize.square(3)),
        HoleSize.bar(MapAxis.WIDTH, 0, 4),
        HoleSize.area(.02, .4, .3, 3),
        Fill.constant(1, 2),
        Fill.perChannel(1, 2, 3),
        Fill.gaussian(0, 1, -2, 2),
        LabelSmoothing.of(.1),
        Strides.channelsLast(SHAPE));
  }

  private static Object roundTrip(Object object) throws IOException, ClassNotFoundException {
    return JavaStreams.read(JavaStreams.write(object));
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void aRegularizerDrawsTheSameMasks(Regularizer regularizer) throws Exception {
    Regularizer read = (Regularizer) roundTrip(regularizer);
    assertEquals(regularizer, read);
    assertEquals(regularizer.sample(SHAPE, 4), read.sample(SHAPE, 4));
  }

  @ParameterizedTest
  @MethodSource("io.github.dropblock.Schedules#ofEachKind")
  void aScheduleHasTheSameValues(KeepProbSchedule schedule) throws Exception {
    KeepProbSchedule read = (KeepProbSchedule) roundTrip(schedule);
    assertEquals(schedule, read);
    for (long step = 0; step < 20; step++) {
      assertEquals(schedule.at(step), read.at(step));
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsEqual(Object value) throws Exception {
    assertEquals(value, roundTrip(value));
    assertEquals(value.toString(), roundTrip(value).toString());
  }

  /** The layer goes on as if it had never stopped, with masks of other bits than at step 0. */
  @Test
  void theStateOfALayerGoesOn() throws Exception {
    DropLayer layer = DropLayer.of(Dropout.of(.5, 1));
    Tensor x = Tensor.full(SHAPE, 1);
    layer.forward(x);
    DropLayer resumed = DropLayer.of(Dropout.of(.5, 1));
    resumed.restore((LayerState) roundTrip(layer.state()));
    assertEquals(layer.forward(x), resumed.forward(x));
  }

  /** The format is documented, and the same in each version that reads the bytes. */
  @Test
  void theStreamHoldsTheBytes() throws Exception {
    DropBlock dropBlock = DropBlock.of(.7, 3, 1);
    DropMask mask = dropBlock.sample(SHAPE, 1);
    KeepProbSchedule schedule = KeepProbSchedule.constant(.5);
    LayerState state = new LayerState(1, 2, 3, 4, true);
    assertTrue(JavaStreams.indexOf(dropBlock.toBytes(), JavaStreams.write(dropBlock)) > 0);
    assertTrue(JavaStreams.indexOf(mask.toBytes(), JavaStreams.write(mask)) > 0);
    assertTrue(JavaStreams.indexOf(schedule.toBytes(), JavaStreams.write(schedule)) > 0);
    assertTrue(JavaStreams.indexOf(state.toBytes(), JavaStreams.write(state)) > 0);
  }

  @Test
  void thereIsOneZeroFillAndOneOfEachConstant() throws Exception {
    assertSame(Fill.zero(), roundTrip(Fill.zero()));
    assertSame(Fill.zero(), ((Regularizer) roundTrip(Dropout.of(.5, 1))).fill());
    assertSame(Normalization.PLANE, roundTrip(Normalization.PLANE));
    assertSame(MaskSharing.BATCH, roundTrip(MaskSharing.BATCH));
  }

  /** Threads are of one JVM. */
  @Test
  void threadsStayBehind() throws Exception {
    Regularizer alone = Dropout.of(.5, 1).withThreads(Threads.none());
    Regularizer read = (Regularizer) roundTrip(alone);
    assertEquals(Threads.common().toString(), read.threads().toString());
  }

  @Test
  void aLambdaIsAScheduleThatIsWritten() throws Exception {
    double half = .5;
    KeepProbSchedule schedule = step -> half;
    assertEquals(half, ((KeepProbSchedule) roundTrip(schedule)).at(3));
  }

  private static String refusal(Object object) {
    return assertThrowsExactly(
            NotSerializableException.class, () -> JavaStreams.write(object), object::toString)
        .getMessage();
  }

  @Test
  void whatHasNoBytesIsRefusedWithItsReason() {
    MaskFunction unnamed = sample -> sample.dropRun(0, 1);
    CustomRegularizer nameless = CustomRegularizer.of(unnamed, .5, 1);
    assertTrue(refusal(nameless).startsWith("only a mask function with a name goes to a map"));
    assertTrue(
        refusal(ScheduledRegularizer.of(nameless)).startsWith("only a mask function with a name"));
    CustomRegularizer counted =
        CustomRegularizer.of(new RowsFunction(), .5, 1).withExpectedKeptFraction(shape -> .5);
    for (Object object : List.of(counted, ScheduledRegularizer.of(counted))) {
      assertTrue(refusal(object).startsWith("only a regularizer without a function"));
    }
    KeepProbSchedule own = step -> .5;
    assertTrue(
        refusal(ScheduledRegularizer.of(Dropout.of(.5, 1), own))
            .startsWith("only the library's own schedules go to a map"));
    assertTrue(
        refusal(KeepProbSchedule.warmup(1, own)).startsWith("only the library's own schedules"));
    KeepProbSchedule deep = KeepProbSchedule.constant(.5);
    for (int i = 0; i < 8; i++) {
      deep = KeepProbSchedule.warmup(1, deep);
    }
    assertTrue(refusal(deep).startsWith("only schedules that are nested at most 8 deep"));
  }

  /** A layer is written as its state, a tensor as its array, and threads not at all. */
  @Test
  void whatChangesOrBelongsToAJvmIsNotSerializable() {
    for (Object object :
        List.of(
            DropLayer.of(Dropout.of(.5, 1)),
            Tensor.zeros(SHAPE),
            Threads.common(),
            DropBlock.builder(),
            new MonteCarlo(SHAPE))) {
      assertEquals(object.getClass().getName(), refusal(object));
    }
  }

  /** So a new type cannot be written by its fields by mistake. */
  @Test
  void eachSerializableTypeHasAProxyOrIsAnEnumOrARecordOfNumbers() throws Exception {
    List<Class<?>> types = new ArrayList<>(PublicApiTest.types());
    Schedules.ofEachKind().forEach(schedule -> types.add(schedule.getClass()));
    values().forEach(value -> types.add(value.getClass()));
    int proxied = 0;
    for (Class<?> type : types) {
      if (Serializable.class.isAssignableFrom(type) && !type.isEnum() && !type.isInterface()) {
        boolean numbers =
            type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .allMatch(Class::isPrimitive);
        assertTrue(numbers || hasProxy(type), type::getName);
        proxied += hasProxy(type) ? 1 : 0;
      }
    }
    assertTrue(proxied > 15, "" + proxied);
  }

  /** A new regularizer must be added to the list above. */
  @Test
  void eachRegularizerIsTried() {
    Set<String> tried = new TreeSet<>();
    regularizers().forEach(regularizer -> tried.add(regularizer.getClass().getName()));
    Set<String> all = new TreeSet<>();
    addKinds(Regularizer.class, all);
    assertEquals(all, tried);
  }

  private static void addKinds(Class<?> type, Set<String> names) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(kind -> addKinds(kind, names));
    } else {
      names.add(type.getName());
    }
  }

  private static boolean hasProxy(Class<?> type) {
    for (Class<?> c = type; c != null && !SerialProxy.class.equals(c); c = c.getSuperclass()) {
      if (Arrays.stream(c.getDeclaredMethods()).anyMatch(m -> m.getName().equals("writeReplace"))) {
        return true;
      }
    }
    return false;
  }
}
