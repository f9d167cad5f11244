package io.github.dropblock.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Fill;
import io.github.dropblock.Holes;
import io.github.dropblock.LayerState;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** The documents' way to write the library's types with plain Kryo. */
class KryoExampleTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 9, 9);
  private static final DropBlock DROP_BLOCK = DropBlock.of(.7, 3, 1);

  private static Object roundTrip(Kryo kryo, Object object) {
    Output out = new Output(256, -1);
    kryo.writeClassAndObject(out, object);
    return kryo.readClassAndObject(new Input(out.toBytes()));
  }

  private static List<Object> all() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(2, KeepProbSchedule.linear(1, .5, 10));
    return List.of(
        DROP_BLOCK,
        Cutout.of(1, 2, 3),
        Holes.randomErasing(1, 1),
        schedule,
        ScheduledRegularizer.of(DROP_BLOCK, schedule),
        new LayerState(1, 2, 3, 4, true),
        DROP_BLOCK.withFill(Fill.gaussian(0, 1)).sample(SHAPE, 3),
        SHAPE);
  }

  @Test
  void theDocumentShowsTheProgram() throws Exception {
    Path source = Path.of("src/test/java/io/github/dropblock/example/KryoExample.java");
    String shown = Files.readString(source);
    String loop = shown.substring(shown.indexOf("    Kryo kryo"), shown.indexOf("    return kryo"));
    String document = Files.readString(Path.of("../spark/README.md"));
    assertTrue(document.contains("```java\n" + loop.replaceAll("(?m)^ {4}", "") + "```"));
  }

  @Test
  void itWritesEachTypeAlsoInsideOthers() {
    Kryo kryo = KryoExample.kryo();
    for (Object object : all()) {
      assertEquals(object, roundTrip(kryo, object));
    }
    assertEquals(all(), roundTrip(kryo, new ArrayList<>(all())));
  }

  /** It needs a constructor without arguments, and there is none. */
  @Test
  void kryoAloneFails() {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    assertThrows(KryoException.class, () -> roundTrip(kryo, DROP_BLOCK));
    assertThrows(KryoException.class, () -> roundTrip(kryo, KeepProbSchedule.constant(.5)));
  }

  /** Where Kryo makes objects without a constructor, all fields are there or it fails. */
  @Test
  void kryoThatCopiesFieldsLosesNoneOrFails() {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    for (Object object : all()) {
      try {
        assertEquals(object, roundTrip(kryo, object));
      } catch (KryoException | IllegalArgumentException e) {
        assertTrue(e.getMessage() != null);
      }
    }
  }
}
