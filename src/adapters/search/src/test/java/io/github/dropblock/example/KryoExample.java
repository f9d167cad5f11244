package io.github.dropblock.example;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.github.dropblock.DropMask;
import io.github.dropblock.LayerState;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.List;

/** A Kryo for the library's types. Kryo itself copies fields; this one writes their own bytes. */
final class KryoExample {
  private KryoExample() {}

  static Kryo kryo() {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    for (Class<?> type :
        List.of(
            Regularizer.class,
            KeepProbSchedule.class,
            ScheduledRegularizer.class,
            LayerState.class,
            DropMask.class,
            Shape.class)) {
      kryo.addDefaultSerializer(type, JavaSerializer.class);
    }
    return kryo;
  }
}
