package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Threads;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model's file says of a layer. */
class MetadataTest extends EngineTest {
  private static final DropBlock DROP_BLOCK = DropBlock.builder().seed(Long.MIN_VALUE).build();

  private byte[] saved(DropBlockLayer layer) throws IOException {
    layer.initialize(manager, DataType.FLOAT32, new Shape(2, 3, 8, 8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    layer.saveParameters(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private DropBlockLayer load(byte[] bytes, DropBlockLayer layer)
      throws IOException, MalformedModelException {
    layer.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(bytes)));
    return layer;
  }

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK.withFill(Fill.gaussian(.5, 2)),
        Dropout.of(.7, Long.MAX_VALUE),
        SpatialDropout.of(1, 2),
        DropPath.ofBatch(.5, 1L << 53 | 1),
        Cutout.of(2, 4, 5));
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void regularizersReturn(Regularizer regularizer) throws Exception {
    byte[] bytes = saved(DropBlockLayer.of(regularizer));
    assertEquals(regularizer, load(bytes, DropBlockLayer.of(DROP_BLOCK)).regularizer());
  }

  static List<KeepProbSchedule> schedules() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .9, 1L << 53 | 1);
    return List.of(
        linear,
        KeepProbSchedule.warmup(10, linear).forGroup(3, 4),
        KeepProbSchedule.step(new double[] {1, .5}, new long[] {100}));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void schedulesReturn(KeepProbSchedule schedule) throws Exception {
    byte[] bytes = saved(DropBlockLayer.of(DROP_BLOCK, schedule).step(Long.MAX_VALUE));
    DropBlockLayer loaded = load(bytes, DropBlockLayer.of(DROP_BLOCK.withSeed(1)));
    assertEquals(schedule.toMap(), loaded.schedule().orElseThrow().toMap());
    assertEquals(Long.MAX_VALUE, loaded.step());
  }

  /** What does not go to a file stays: the threads of an equal regularizer, a schedule in code. */
  @Test
  void whatCannotBeSavedStays() throws Exception {
    KeepProbSchedule custom = step -> .5;
    byte[] bytes = saved(DropBlockLayer.of(DROP_BLOCK, custom));
    DropBlock equal = DROP_BLOCK.withThreads(Threads.none());
    DropBlockLayer loaded = load(bytes, DropBlockLayer.of(equal, custom));
    assertSame(equal, loaded.regularizer());
    assertSame(custom, loaded.schedule().orElseThrow());
    // A seed that is the same as a double, and another.
    DropBlock other = DROP_BLOCK.withSeed(Long.MIN_VALUE + 1);
    assertEquals(DROP_BLOCK, load(bytes, DropBlockLayer.of(other, custom)).regularizer());
    assertThrows(MalformedModelException.class, () -> load(bytes, DropBlockLayer.of(DROP_BLOCK)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"step\":1}",
        "{\"step\":1,\"regularizer\":1}",
        "{\"step\":1,\"regularizer\":{\"type\":\"Unknown\",\"version\":1}}",
        "{\"step\":-1,\"regularizer\":REGULARIZER}",
        "{\"step\":1.5,\"regularizer\":REGULARIZER}",
        "{\"step\":1,\"regularizer\":REGULARIZER,\"schedule\":1}",
        "{\"step\":1,\"regularizer\":REGULARIZER,\"schedule\":{\"type\":\"linear\"}}"
      })
  void whatIsDamagedIsRefused(String text) throws Exception {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK).step(3);
    byte[] good = saved(layer);
    String json = new String(good, StandardCharsets.UTF_8);
    String regularizer = json.substring(json.indexOf("{\"type"), json.indexOf(",\"step\""));
    byte[] bad = text.replace("REGULARIZER", regularizer).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int start = new String(good, StandardCharsets.ISO_8859_1).indexOf("{\"reg");
    bytes.write(good, 0, start - Integer.BYTES);
    new DataOutputStream(bytes).writeInt(bad.length);
    bytes.write(bad);
    assertThrows(MalformedModelException.class, () -> load(bytes.toByteArray(), layer));
    assertEquals(DROP_BLOCK, layer.regularizer());
    assertEquals(3, layer.step());
  }

  @Test
  void aFileThatEndsTooEarlyIsRefused() throws Exception {
    byte[] bytes = saved(DropBlockLayer.of(DROP_BLOCK));
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThrows(EOFException.class, () -> load(cut, DropBlockLayer.of(DROP_BLOCK)));
    bytes[0]++;
    assertThrows(MalformedModelException.class, () -> load(bytes, DropBlockLayer.of(DROP_BLOCK)));
  }
}
