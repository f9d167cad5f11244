package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.Allocation;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams of Java serialization that were damaged, or that an attacker made. */
class HostileStreamsTest {
  private static final DropBlock DROP_BLOCK = DropBlock.of(.7, 3, 1);
  private static final byte[] BYTES = DROP_BLOCK.toBytes();

  static List<Object> written() {
    return List.of(
        DROP_BLOCK,
        KeepProbSchedule.linear(1, .5, 10),
        new LayerState(1, 2, 3, 4, true),
        ScheduledRegularizer.of(DROP_BLOCK),
        DROP_BLOCK.sample(Shape.nchw(1, 2, 5, 7), 0),
        Shape.nc(2, 3),
        Fill.gaussian(0, 1),
        BlockSize.square(3),
        HoleSize.bar(MapAxis.WIDTH, 0, 4));
  }

  private static String message(byte[] stream) {
    return assertThrowsExactly(InvalidObjectException.class, () -> JavaStreams.read(stream))
        .getMessage();
  }

  /** Damage elsewhere meets Java's own checks. */
  @ParameterizedTest
  @MethodSource("written")
  void everyFlippedBitOfTheBytesIsRefused(Object object) throws Exception {
    byte[] stream = JavaStreams.write(object);
    int begin = JavaStreams.indexOf(new byte[] {'D', 'B', 'M', 1}, stream);
    for (int bit = 8 * begin; bit < 8 * (stream.length - 1); bit++) {
      byte[] damaged = stream.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(message(damaged).startsWith("bytes "), message(damaged));
    }
  }

  @ParameterizedTest
  @MethodSource("written")
  void everyTruncationIsRefused(Object object) throws Exception {
    byte[] stream = JavaStreams.write(object);
    for (int length = 0; length < stream.length - 1; length++) {
      byte[] truncated = Arrays.copyOf(stream, length);
      assertThrows(IOException.class, () -> JavaStreams.read(truncated));
    }
  }

  /** Replaces the bytes in the stream of a regularizer by others of the same length. */
  private static byte[] withBytes(byte[] bytes) throws IOException {
    byte[] stream = JavaStreams.write(DROP_BLOCK);
    System.arraycopy(bytes, 0, stream, JavaStreams.indexOf(BYTES, stream), bytes.length);
    return stream;
  }

  @Test
  void bytesAreRefusedAsFromBytesRefusesThem() throws Exception {
    byte[] flipped = BYTES.clone();
    flipped[20] ^= 1;
    assertEquals("bytes are damaged: the checksum does not match", message(withBytes(flipped)));
    byte[] other = BYTES.clone();
    other[0] = 'X';
    assertEquals("bytes must begin with DBM, before offset 4", message(withBytes(other)));
    byte[] content = Arrays.copyOfRange(BYTES, 4, BYTES.length - 4);
    int at = JavaStreams.indexOf("DropBlock".getBytes(StandardCharsets.US_ASCII), content);
    content[at] = 'd';
    byte[] unknown = CraftedBytes.begin().raw(content).end();
    assertEquals("regularizer type is unknown: dropBlock", message(withBytes(unknown)));
  }

  /** A length is believed only as far as there are bytes. */
  @Test
  void lengthsThatAreLies() throws Exception {
    byte[] stream = JavaStreams.write(DROP_BLOCK);
    int at = JavaStreams.indexOf(BYTES, stream) - Integer.BYTES;
    assertEquals(BYTES.length, ByteBuffer.wrap(stream).getInt(at));
    for (int length : new int[] {Integer.MAX_VALUE, 1 << 30, BYTES.length + 1, -1}) {
      ByteBuffer.wrap(stream).putInt(at, length);
      List<String> messages = new ArrayList<>();
      long allocated = Allocation.bytes(() -> messages.add(message(stream)));
      assertTrue(
          messages.get(0).startsWith("bytes have a length of " + length), messages::toString);
      assertTrue(allocated < 1 << 20, () -> allocated + " bytes");
    }
  }

  private static void assertRefused(String name, byte[] stream) {
    assertEquals(name + " must be read from its bytes, not from fields", message(stream));
  }

  @Test
  void aClassIsNotReadWithoutItsProxy() throws Exception {
    for (Class<?> type :
        List.of(
            DropMask.class,
            ScheduledRegularizer.class,
            LayerState.class,
            BlockSize.class,
            Fill.class,
            Shape.class)) {
      assertRefused(type.getSimpleName(), JavaStreams.naming(type));
    }
    Class<?> schedule = KeepProbSchedule.constant(.5).getClass();
    assertRefused("KeepProbSchedule", JavaStreams.naming(schedule));
  }

  /** The stream may have all parents of a class, or leave them out. */
  @Test
  void aSubclassIsNotReadWithoutItsProxy() throws Exception {
    Class<?> parent = KeepProbRegularizer.class;
    byte[] whole = JavaStreams.naming(DropBlock.class, parent, Regularizer.class);
    assertRefused("Regularizer", whole);
    assertRefused("Regularizer", JavaStreams.naming(DropBlock.class, parent));
    assertRefused("Regularizer", JavaStreams.naming(DropBlock.class));
    assertRefused("Regularizer", JavaStreams.naming(Cutout.class));
    Class<?> bar = HoleSize.bar(MapAxis.WIDTH, 0, 4).getClass();
    assertRefused("HoleSize", JavaStreams.naming(bar, HoleSize.class));
    assertRefused("HoleSize", JavaStreams.naming(bar));
  }

  /** Neither parts of a regularizer nor the formulas of schedules are in any stream. */
  @Test
  void whatIsInsideIsNotReadAtAll() throws Exception {
    for (String name :
        List.of(
            "io.github.dropblock.CommonChoices",
            "io.github.dropblock.schedule.LinearSchedule",
            "io.github.dropblock.schedule.WarmupSchedule",
            "io.github.dropblock.internal.apply.MaskState")) {
      byte[] stream = JavaStreams.naming(Class.forName(name));
      assertThrowsExactly(InvalidClassException.class, () -> JavaStreams.read(stream), name);
    }
  }

  /** A record is made by its constructor, which checks. */
  @Test
  void aRecordOfNumbersChecksThem() throws Exception {
    byte[] stream = JavaStreams.write(LabelSmoothing.of(.25));
    ByteBuffer.wrap(stream).putDouble(stream.length - Double.BYTES, 2);
    assertTrue(message(stream).contains("smoothing"), message(stream));
  }

  /** The proxy of a schedule reads schedules only. */
  @Test
  void kindsAreNotMistaken() throws Exception {
    byte[] stream = JavaStreams.write(KeepProbSchedule.constant(.5));
    byte[] bytes = KeepProbSchedule.constant(.5).toBytes();
    int at = JavaStreams.indexOf(bytes, stream);
    byte[] state = CraftedBytes.begin().raw(Arrays.copyOfRange(bytes, 4, bytes.length - 4)).end();
    int type = JavaStreams.indexOf("constant".getBytes(StandardCharsets.US_ASCII), state);
    state[type] = 'C';
    byte[] changed = CraftedBytes.begin().raw(Arrays.copyOfRange(state, 4, state.length - 4)).end();
    System.arraycopy(changed, 0, stream, at, changed.length);
    assertEquals("schedule type is unknown: Constant", message(stream));
  }
}
