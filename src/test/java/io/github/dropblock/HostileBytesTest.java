package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.Allocation;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile bytes: a clear error, and nothing large is allocated on the way to it. */
class HostileBytesTest {
  private static final List<Function<byte[], ?>> READERS =
      List.of(DropMask::fromBytes, Regularizer::fromBytes, LayerState::fromBytes);

  private static final DropMask MASK =
      DropBlock.builder()
          .blockSize(2)
          .fill(Fill.gaussian(0, 1))
          .seed(1)
          .build()
          .sample(Shape.nchw(1, 2, 5, 7), 0);

  private record Good(Supplier<byte[]> writer, Function<byte[], ?> reader) {
    byte[] bytes() {
      return writer.get();
    }

    @Override
    public String toString() {
      return reader.apply(bytes()).toString();
    }
  }

  static List<Good> good() {
    return List.of(
        new Good(MASK::toBytes, DropMask::fromBytes),
        new Good(DropBlock.builder().seed(1).build()::toBytes, Regularizer::fromBytes),
        new Good(new LayerState(1, 2, 3, 4, true)::toBytes, LayerState::fromBytes));
  }

  private static String message(byte[] bytes, Function<byte[], ?> reader) {
    return assertThrowsExactly(IllegalArgumentException.class, () -> reader.apply(bytes))
        .getMessage();
  }

  private static void assertRejected(byte[] bytes, String message) {
    for (Function<byte[], ?> reader : READERS) {
      long allowed = (1 << 17) + 32L * bytes.length;
      List<String> messages = new ArrayList<>();
      long allocated = Allocation.bytes(() -> messages.add(message(bytes, reader)));
      assertTrue(messages.get(0).contains(message), messages::toString);
      assertTrue(allocated <= allowed, () -> allocated + " bytes for " + bytes.length);
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void everyTruncationIsRejected(Good good) {
    byte[] bytes = good.bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] truncated = Arrays.copyOf(bytes, length);
      assertTrue(message(truncated, good.reader).startsWith("bytes "));
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertTrue(message(longer, good.reader).startsWith("bytes "));
  }

  @ParameterizedTest
  @MethodSource("good")
  void everyFlippedBitIsRejected(Good good) {
    byte[] bytes = good.bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(message(flipped, good.reader).startsWith("bytes "));
    }
  }

  /** With a checksum that is right each byte is changed to each of a few values. */
  @ParameterizedTest
  @MethodSource("good")
  void everyChangedByteIsReadOrRejected(Good good) {
    byte[] bytes = good.bytes();
    for (int i = 4; i < bytes.length - 4; i++) {
      for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff, 'A', 'B', 'M', 'S', 'L'}) {
        byte[] content = Arrays.copyOfRange(bytes, 4, bytes.length - 4);
        content[i - 4] = (byte) value;
        byte[] changed = CraftedBytes.begin().raw(content).end();
        long allocated =
            Allocation.bytes(
                () -> {
                  try {
                    assertTrue(good.reader.apply(changed) != null);
                  } catch (IllegalArgumentException e) {
                    assertTrue(e.getMessage() != null);
                  }
                });
        assertTrue(allocated < 1 << 18, () -> allocated + " bytes");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 1 << 30, 1 << 16, 13, -1, Integer.MIN_VALUE})
  void lengthsThatAreLies(int length) {
    String message = "bytes have a length of " + length + " where ";
    for (char tag : new char[] {'S', 'B', 'A', 'M'}) {
      CraftedBytes value = CraftedBytes.begin().tag('M', 1).text("type").tag(tag, length);
      assertRejected(value.raw(new byte[3]).end(), message);
    }
    assertRejected(CraftedBytes.begin().tag('M', length).end(), message);
    assertRejected(CraftedBytes.begin().tag('M', 1).tag('S', length).text("a").end(), message);
  }

  @Test
  void deepNesting() {
    for (char tag : new char[] {'A', 'M'}) {
      CraftedBytes nested = CraftedBytes.begin().tag('M', 1).text("type");
      for (int i = 0; i < 200_000; i++) {
        nested.tag(tag, 1);
        if (tag == 'M') {
          nested.text("type");
        }
      }
      assertRejected(nested.end(), "bytes are nested too deeply");
    }
  }

  /** Keys are values, and could be nested just as well. */
  @Test
  void deepNestingOfKeys() {
    CraftedBytes nested = CraftedBytes.begin();
    for (int depth = 0; depth < 100_000; depth++) {
      nested.tag('M', 1);
    }
    assertRejected(nested.end(), "bytes are nested too deeply");
  }

  @Test
  void formsThatAreNoMap() {
    assertRejected(new byte[0], "bytes end too early");
    assertRejected(new byte[] {'D', 'B', 'M', 1}, "bytes end too early");
    assertRejected(CraftedBytes.begin().end(), "bytes end too early");
    assertRejected(CraftedBytes.begin().tag('T').end(), "bytes must hold a map");
    assertRejected(CraftedBytes.begin().tag('A', 0).end(), "bytes must hold a map");
    assertRejected(CraftedBytes.begin().tag('M', 0).tag('T').end(), "bytes have a rest");
    assertRejected(CraftedBytes.beginWith(0x44424D02).end(), "must have format version 1, not 2");
    assertRejected(CraftedBytes.beginWith(0xACED0005).end(), "bytes must begin with DBM");
    CraftedBytes twice = CraftedBytes.begin().tag('M', 2).text("a").tag('T').text("a").tag('F');
    assertRejected(twice.end(), "bytes have a key twice");
    CraftedBytes noKey = CraftedBytes.begin().tag('M', 1).whole(1).whole(2);
    assertRejected(noKey.end(), "bytes must have strings as keys");
    CraftedBytes noTag = CraftedBytes.begin().tag('M', 1).text("type").tag('x');
    assertRejected(noTag.end(), "bytes have an unknown tag 120");
    assertRejected(CraftedBytes.begin().tag('M', 0).end(), " must have a value of ");
    for (Function<byte[], ?> reader : READERS) {
      assertEquals("bytes must not be null", message(null, reader));
    }
  }

  /** What one reader writes is not what another reads. */
  @Test
  void kindsAreNotMistaken() {
    List<Good> good = good();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          byte[] bytes = good.get(i).bytes();
          assertTrue(message(bytes, good.get(j).reader).matches(".*(type|version|key).*"));
        }
      }
    }
  }

  @Test
  @Tag("allocation")
  void hugeShapesWithLittleData() {
    long most = Integer.MAX_VALUE;
    long[][] shapes = {
      {1, 1, most}, {most, 1, 1}, {1, most, 1, 1}, {1, 1, 46340, 46340}, {2, 3, 400, 800, 1000}
    };
    for (long[] shape : shapes) {
      for (String normalization : List.of("TENSOR", "SAMPLE", "PLANE", "NONE")) {
        byte[] bytes = CraftedBytes.mask(shape, normalization, true, (byte) 0);
        List<String> messages = new ArrayList<>();
        long allocated = Allocation.bytes(() -> messages.add(message(bytes, DropMask::fromBytes)));
        assertTrue(messages.get(0).contains("DropMask dropped must be "), messages::toString);
        assertTrue(allocated < 1 << 17, () -> allocated + " bytes");
      }
    }
    byte[] many = CraftedBytes.mask(new long[100_000], "NONE", true, (byte) 0);
    assertTrue(
        message(many, DropMask::fromBytes).contains("shape length must be in [2, 5]: 100000"));
  }

  /** One bit may stand for a plane of any size: that is no lie, and takes no room. */
  @Test
  @Tag("allocation")
  void aBitMayStandForAHugePlane() {
    long[] shape = {1, 1, 46340, 46340};
    byte[] bytes = CraftedBytes.mask(shape, "PLANE", false, (byte) 1);
    List<DropMask> masks = new ArrayList<>();
    long allocated = Allocation.bytes(() -> masks.add(DropMask.fromBytes(bytes)));
    assertEquals(0, masks.get(0).keptCount());
    assertTrue(allocated < 1 << 17, () -> allocated + " bytes");
  }
}
