package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of classes are no part of the format: an obfuscator may change them all. */
class RenamedClassesTest {
  private final ClassLoader renamed = new RenamedClasses();

  /** Reads bytes into an object of the renamed class, which no class here can name. */
  private Object read(Class<?> type, byte[] bytes) throws ReflectiveOperationException {
    Class<?> other = renamed.loadClass(RenamedClasses.renamed(type.getName()));
    Object read = other.getMethod("fromBytes", byte[].class).invoke(null, (Object) bytes);
    assertFalse(read.getClass().getName().contains(type.getSimpleName()));
    return read;
  }

  private Object call(Class<?> type, Object receiver, String method)
      throws ReflectiveOperationException {
    Class<?> other = renamed.loadClass(RenamedClasses.renamed(type.getName()));
    return other.getMethod(method).invoke(receiver);
  }

  private void assertSameForm(Class<?> type, byte[] bytes, Map<String, Object> map, String text)
      throws ReflectiveOperationException {
    Object read = read(type, bytes);
    assertArrayEquals(bytes, (byte[]) call(type, read, "toBytes"));
    Map<?, ?> written = (Map<?, ?>) call(type, read, "toMap");
    assertEquals(map.toString(), written.toString());
    assertEquals(text, read.toString());
  }

  @Test
  void regularizersKeepTheirForm() throws ReflectiveOperationException {
    List<Regularizer> all = new ArrayList<>(MaskSetup.ofEachKind(.5, 2));
    all.add(DropBlock.builder().blockSize(BlockSize.ratio(.5)).fill(Fill.gaussian(1, 2)).build());
    for (Regularizer r : all) {
      assertSameForm(Regularizer.class, r.toBytes(), r.toMap(), r.toString());
    }
  }

  @Test
  void schedulesKeepTheirForm() throws ReflectiveOperationException {
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .5, 10);
    for (KeepProbSchedule s :
        List.of(
            KeepProbSchedule.constant(.5),
            KeepProbSchedule.cosine(1, .5, 10),
            KeepProbSchedule.polynomial(1, .5, 10, 2),
            KeepProbSchedule.step(new double[] {1, .5}, new long[] {3}),
            KeepProbSchedule.warmup(5, linear).forGroup(2, 4),
            linear.forDepth(2, 4))) {
      assertSameForm(KeepProbSchedule.class, s.toBytes(), s.toMap(), s.toString());
    }
  }

  @Test
  void masksKeepTheirForm() throws ReflectiveOperationException {
    DropMask mask = Dropout.of(.5, 1).sample(Shape.nc(2, 70), 3);
    Object read = read(DropMask.class, mask.toBytes());
    assertArrayEquals(mask.toBytes(), (byte[]) call(DropMask.class, read, "toBytes"));
    Map<?, ?> written = (Map<?, ?>) call(DropMask.class, read, "toMap");
    assertEquals(mask.toMap().toString(), written.toString());
  }
}
