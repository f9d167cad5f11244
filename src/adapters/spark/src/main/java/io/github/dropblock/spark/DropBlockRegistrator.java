package io.github.dropblock.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.github.dropblock.BlockSize;
import io.github.dropblock.DropMask;
import io.github.dropblock.Fill;
import io.github.dropblock.HoleSize;
import io.github.dropblock.LabelSmoothing;
import io.github.dropblock.LayerState;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.Strides;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;

/**
 * Registers the library's serializable types with Spark's Kryo, for regularizers, schedules, states
 * and masks in the data of an RDD or in a broadcast.
 *
 * <p>Set it as {@code spark.kryo.registrator} where {@code spark.serializer} is Kryo. Kryo itself
 * copies fields, and passes over the bytes that the library writes. Closures need no registrator,
 * since Spark always writes them with Java serialization.
 *
 * @since 0.1.0
 */
public final class DropBlockRegistrator implements KryoRegistrator {
  /** Classes whose subclasses are registered where they are sealed. */
  private static final List<Class<?>> TYPES =
      List.of(
          Regularizer.class,
          // All schedules of the library are of one class, which is not public.
          KeepProbSchedule.constant(1).getClass(),
          ScheduledRegularizer.class,
          LayerState.class,
          DropMask.class,
          Shape.class,
          BlockSize.class,
          HoleSize.class,
          Fill.class,
          Strides.class,
          LabelSmoothing.class);

  /** Creates the registrator. Spark calls this. */
  public DropBlockRegistrator() {}

  /**
   * Registers the types, always in the same order.
   *
   * @param kryo an instance of Spark's
   */
  @Override
  public void registerClasses(Kryo kryo) {
    TYPES.forEach(type -> register(kryo, type));
  }

  private static void register(Kryo kryo, Class<?> type) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        register(kryo, permitted);
      }
    } else {
      kryo.register(type, new JavaSerializer());
    }
  }
}
