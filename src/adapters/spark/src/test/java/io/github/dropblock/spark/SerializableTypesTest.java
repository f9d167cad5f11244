package io.github.dropblock.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.BlockSize;
import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.GridMask;
import io.github.dropblock.HoleSize;
import io.github.dropblock.Holes;
import io.github.dropblock.LabelSmoothing;
import io.github.dropblock.LayerState;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Strides;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** The library's types in closures, broadcasts and data, with both serializers of Spark. */
class SerializableTypesTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 9, 9);
  private static final DropBlock DROP_BLOCK = DropBlock.of(.7, 3, 1);

  private static List<Object> all() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(2, KeepProbSchedule.linear(1, .5, 10));
    return List.of(
        DROP_BLOCK,
        Dropout.of(.7, 1),
        SpatialDropout.of(.7, 1),
        AlphaDropout.of(.7, 1),
        DropPath.of(.7, 1),
        Cutout.of(1, 2, 3),
        Holes.randomErasing(1, 1),
        Patches.of(3, .7, 1),
        GridMask.of(3, .5, 1),
        CustomRegularizer.of(new RowsFunction(), .7, 1),
        schedule,
        ScheduledRegularizer.of(DROP_BLOCK, schedule),
        new LayerState(1, 2, 3, 4, true),
        DROP_BLOCK.withFill(Fill.gaussian(0, 1)).sample(SHAPE, 3),
        SHAPE,
        BlockSize.ratio(.5),
        HoleSize.of(BlockSize.square(3)),
        HoleSize.area(.02, .4, .3, 3),
        Fill.perChannel(1, 2, 3),
        Strides.rowMajor(SHAPE),
        LabelSmoothing.of(.1));
  }

  private static JavaSparkContext context(boolean kryo) {
    return kryo ? Contexts.localWithKryoAndRegistrator() : Contexts.local(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theyAreTheSameInDataBroadcastsAndClosures(boolean kryo) {
    try (JavaSparkContext spark = context(kryo)) {
      assertEquals(all(), spark.parallelize(all(), 4).collect());
      assertEquals(
          all(),
          spark.parallelize(all(), 4).repartition(2).sortBy(all()::indexOf, true, 1).collect());
      Regularizer captured = DROP_BLOCK;
      assertEquals(
          List.of(captured.sample(SHAPE, 7)),
          spark.parallelize(List.of(7L)).map(step -> captured.sample(SHAPE, step)).collect());
      List<Object> sent = spark.broadcast(all()).value();
      assertEquals(all(), sent);
    }
  }

  /** With an identity for each type, Kryo writes no names. */
  @Test
  void theRegistratorIsCompleteWhereRegistrationIsRequired() {
    SparkConf conf =
        new SparkConf()
            .set("spark.kryo.registrationRequired", "true")
            .set("spark.kryo.registrator", DropBlockRegistrator.class.getName());
    SerializerInstance kryo = new KryoSerializer(conf).newInstance();
    ClassTag<Object> tag = ClassTag$.MODULE$.apply(Object.class);
    for (Object object : all()) {
      assertEquals(object, kryo.deserialize(kryo.serialize(object, tag), tag));
    }
  }

  /** Kryo copies fields, and cannot set those of records. */
  @Test
  void withoutTheRegistratorAJobFails() {
    try (JavaSparkContext spark = Contexts.localWithKryo()) {
      for (Object object :
          List.of(DROP_BLOCK, KeepProbSchedule.constant(.5), ScheduledRegularizer.of(DROP_BLOCK))) {
        SparkException e =
            assertThrows(
                SparkException.class,
                () -> spark.parallelize(List.of(object), 1).map(same -> same).collect(),
                object::toString);
        assertTrue(e.getMessage() != null);
      }
    }
  }

  @Test
  void aClosureWithAnUnnamedFunctionIsRefusedWithTheReason() {
    CustomRegularizer unnamed = CustomRegularizer.of(sample -> sample.dropRun(0, 1), .5, 1);
    try (JavaSparkContext spark = Contexts.local(1)) {
      SparkException e =
          assertThrows(
              SparkException.class,
              () ->
                  spark
                      .parallelize(List.of(1L))
                      .map(step -> unnamed.sample(SHAPE, step).keptCount())
                      .collect());
      assertTrue(e.getCause().getMessage().contains("only a mask function with a name"));
    }
  }
}
