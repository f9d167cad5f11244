package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files of bytes in hex: what the format is, so that it cannot change unnoticed, and a corpus of
 * hostile inputs. An input that ever did harm is added to the latter.
 */
class SerializedFilesTest {
  private static final Map<String, Function<byte[], ?>> READERS =
      Map.of(
          "mask", DropMask::fromBytes,
          "regularizer", Regularizer::fromBytes,
          "state", LayerState::fromBytes,
          "schedule", KeepProbSchedule::fromBytes);

  private static List<String[]> rows(String file) throws IOException {
    try (InputStream in = SerializedFilesTest.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", 3)).toList();
    }
  }

  private static DropBlock dropBlock() {
    return DropBlock.builder()
        .keepProb(.5)
        .blockSize(BlockSize.of(1, 2, 3))
        .fill(Fill.gaussian(.5, 2))
        .seed(42)
        .build();
  }

  private static KeepProbSchedule schedule() {
    return KeepProbSchedule.warmup(3, KeepProbSchedule.linear(1.0, 0.9, 10));
  }

  private static Map<String, byte[]> written() {
    Map<String, byte[]> written = new TreeMap<>();
    DropMask mask = Dropout.of(.5, 42).sample(Shape.nchw(1, 2, 3, 4), 5, 6);
    written.put("mask", mask.toBytes());
    written.put("regularizer", dropBlock().toBytes());
    written.put("state", new LayerState(-1, 2, 3, 4, true).toBytes());
    written.put("schedule", schedule().toBytes());
    return written;
  }

  /** Also that equal configurations give equal bytes in each run. */
  @Test
  void theFormatIsAsItWas() throws IOException {
    for (String[] row : rows("/golden-bytes.csv")) {
      String expected = row[1];
      assertEquals(expected, HexFormat.of().formatHex(written().get(row[0])), row[0]);
    }
  }

  /** What older versions wrote can be read. */
  @Test
  void whatWasWrittenIsRead() throws IOException {
    Map<String, Object> read = new TreeMap<>();
    for (String[] row : rows("/golden-bytes.csv")) {
      read.put(row[0], READERS.get(row[0]).apply(HexFormat.of().parseHex(row[1])));
    }
    assertEquals(READERS.keySet(), read.keySet());
    assertEquals(dropBlock(), read.get("regularizer"));
    assertEquals(schedule(), read.get("schedule"));
    assertEquals(new LayerState(-1, 2, 3, 4, true), read.get("state"));
    DropMask mask = Dropout.of(.5, 42).sample(Shape.nchw(1, 2, 3, 4), 5, 6);
    assertEquals(mask.toTensor(), ((DropMask) read.get("mask")).toTensor());
    assertEquals(2f, ((DropMask) read.get("mask")).scale());
  }

  @TestFactory
  List<DynamicTest> hostileInputs() throws IOException {
    List<DynamicTest> tests =
        rows("/hostile-bytes.csv").stream()
            .map(row -> DynamicTest.dynamicTest(row[1], () -> assertHostile(row)))
            .toList();
    assertTrue(tests.size() >= 10);
    return tests;
  }

  /** Columns: the bytes, what they try, and the message. */
  private static void assertHostile(String[] row) {
    byte[] bytes = HexFormat.of().parseHex(row[0]);
    Exception e =
        assertThrowsExactly(IllegalArgumentException.class, () -> DropMask.fromBytes(bytes));
    assertEquals(row[2], e.getMessage());
  }
}
