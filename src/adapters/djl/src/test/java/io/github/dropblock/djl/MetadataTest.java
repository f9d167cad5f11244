package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.LayerState;
import io.github.dropblock.MaskFunction;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Threads;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model's file says of a layer. */
class MetadataTest extends EngineTest {
  private static final DropBlock DROP_BLOCK = DropBlock.builder().seed(Long.MIN_VALUE).build();

  private static final Shape SHAPE = new Shape(2, 3, 8, 8);

  private byte[] saved(DropBlockLayer layer) throws IOException {
    layer.initialize(manager, DataType.FLOAT32, SHAPE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    layer.saveParameters(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private DropBlockLayer load(byte[] bytes, DropBlockLayer layer)
      throws IOException, MalformedModelException {
    layer.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(bytes)));
    return layer;
  }

  /** As one in a network that was loaded before. It ended in a NullPointerException once. */
  @Test
  void aLayerThatWasNotInitializedIsSaved() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DropBlockLayer.of(DROP_BLOCK).saveParameters(new DataOutputStream(bytes));
    DropBlockLayer read = load(bytes.toByteArray(), DropBlockLayer.of(Dropout.of(.5, 1)));
    assertEquals(DROP_BLOCK, read.regularizer());
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

  /** A function without a name is the present layer's; all that is saved of it is the seed. */
  @Test
  void aFunctionInCodeStays() throws Exception {
    MaskFunction function = sample -> sample.dropRun(sample.random().below(9, 0), 3);
    DropBlockLayer layer =
        DropBlockLayer.of(CustomRegularizer.of(function, .9, 1L << 53 | 1)).step(7);
    byte[] bytes = saved(layer);
    CustomRegularizer present = CustomRegularizer.of(function, .9, 2);
    DropBlockLayer loaded = load(bytes, DropBlockLayer.of(present));
    assertEquals(layer.regularizer(), loaded.regularizer());
    assertGoOnAlike(layer, loaded);
    Exception e =
        assertThrows(
            MalformedModelException.class, () -> load(bytes, DropBlockLayer.of(DROP_BLOCK)));
    assertTrue(e.getCause().getMessage().contains("CustomRegularizer"), e.getCause().getMessage());
  }

  @Test
  void aFunctionWithANameIsFound() throws Exception {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 3);
    DropBlockLayer layer =
        DropBlockLayer.of(CustomRegularizer.of(new EveryOther(), .9, 4), schedule).step(2);
    DropBlockLayer loaded = load(saved(layer), DropBlockLayer.of(DROP_BLOCK));
    CustomRegularizer found = assertInstanceOf(CustomRegularizer.class, loaded.regularizer());
    assertInstanceOf(EveryOther.class, found.function());
    assertGoOnAlike(layer, loaded);
  }

  /** It was lost once if the layer had another seed. */
  @Test
  void anExpectedKeptFractionStays() throws Exception {
    CustomRegularizer named =
        CustomRegularizer.of(new EveryOther(), .9, 4).withExpectedKeptFraction(shape -> .5);
    DropBlockLayer layer = DropBlockLayer.of(named.withSeed(2));
    Regularizer loaded = load(saved(DropBlockLayer.of(named)), layer).regularizer();
    assertEquals(4, loaded.seed());
    assertEquals(.5, loaded.expectedKeptFraction(io.github.dropblock.tensor.Shape.nc(2, 2)));
  }

  /** Threads are this machine's, and none of a file's business. */
  @Test
  void threadsStay() throws Exception {
    byte[] bytes = saved(DropBlockLayer.of(DROP_BLOCK));
    Regularizer present = Dropout.of(.5, 1).withThreads(Threads.none());
    Regularizer loaded = load(bytes, DropBlockLayer.of(present)).regularizer();
    assertEquals(DROP_BLOCK, loaded);
    assertEquals(Threads.none(), loaded.threads());
  }

  static List<Consumer<DropBlockLayer>> places() {
    return List.of(
        layer -> {},
        layer -> layer.startAt(5),
        layer -> layer.step(5),
        layer -> layer.passes().takeOver(),
        layer -> layer.startAt(3).passes().advance());
  }

  /** Steps, uses and draws, told or not, in the middle of a step too. */
  @ParameterizedTest
  @MethodSource("places")
  void aLoadedLayerGoesOnFromWhereTheSavedOneStood(Consumer<DropBlockLayer> place)
      throws Exception {
    KeepProbSchedule schedule = KeepProbSchedule.linear(.9, .5, 20);
    for (int passes = 0; passes < 3; passes++) {
      DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK, schedule).enableAtInference();
      train(layer, numbers(SHAPE));
      place.accept(layer);
      for (int pass = 0; pass < passes; pass++) {
        train(layer, numbers(SHAPE));
        pass(layer, numbers(SHAPE), false);
      }
      DropBlockLayer present = DropBlockLayer.of(Dropout.of(.1, 1)).step(99).enableAtInference();
      assertGoOnAlike(layer, load(saved(layer), present));
    }
  }

  private void assertGoOnAlike(DropBlockLayer layer, DropBlockLayer loaded) {
    for (int batch = 0; batch < 3; batch++) {
      for (boolean training : new boolean[] {true, false, true}) {
        assertEquals(layer.step(), loaded.step());
        assertEquals(pass(layer, numbers(SHAPE), training), pass(loaded, numbers(SHAPE), training));
      }
      layer.passes().advance();
      loaded.passes().advance();
    }
  }

  /** What drops at inference is a choice of the program, not of the file. */
  @Test
  void droppingAtInferenceIsNotSaved() throws Exception {
    Dropout dropout = Dropout.of(.5, 1);
    byte[] bytes = saved(DropBlockLayer.of(dropout).enableAtInference());
    NDArray x = numbers(SHAPE);
    assertSame(x, pass(load(bytes, DropBlockLayer.of(dropout)), x, false));
    DropBlockLayer enabled = load(bytes, DropBlockLayer.of(dropout).enableAtInference());
    assertNotEquals(x, pass(enabled, x, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"state\":STATE}",
        "{\"state\":STATE,\"regularizer\":1}",
        "{\"state\":STATE,\"regularizer\":\"custom\"}",
        "{\"state\":STATE,\"regularizer\":{\"type\":\"Unknown\",\"version\":1}}",
        "{\"regularizer\":REGULARIZER}",
        "{\"state\":1,\"regularizer\":REGULARIZER}",
        "{\"state\":{},\"regularizer\":REGULARIZER}",
        "{\"state\":STATE,\"regularizer\":REGULARIZER,\"schedule\":1}",
        "{\"state\":STATE,\"regularizer\":REGULARIZER,\"schedule\":{\"type\":\"linear\"}}",
        "{\"state\":STATE,\"regularizer\":CUTOUT,\"schedule\":SCHEDULE}"
      })
  void whatIsDamagedIsRefused(String text) throws Exception {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK).step(3);
    byte[] good = saved(layer);
    String json = new String(good, StandardCharsets.UTF_8);
    String regularizer = json.substring(json.indexOf("{\"type"), json.indexOf(",\"state\""));
    Gson gson = new Gson();
    byte[] bad =
        text.replace("REGULARIZER", regularizer)
            .replace("STATE", gson.toJson(new LayerState(1, 2, 0, 0, false).toMap()))
            .replace("CUTOUT", gson.toJson(Cutout.of(1, 2, 3).toMap()))
            .replace("SCHEDULE", gson.toJson(KeepProbSchedule.constant(.5).toMap()))
            .getBytes(StandardCharsets.UTF_8);
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
    byte[] inMark = Arrays.copyOf(bytes, 3);
    assertThrows(EOFException.class, () -> load(inMark, DropBlockLayer.of(DROP_BLOCK)));
    bytes["DROPBLCK".length()]++; // The version.
    assertThrows(MalformedModelException.class, () -> load(bytes, DropBlockLayer.of(DROP_BLOCK)));
  }

  /** The rest of the file is for the next block. */
  @Test
  void aFileWithoutTheLayerLeavesItAsItIs() throws Exception {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK).step(7);
    InputStream next = new ByteArrayInputStream("another block".getBytes(StandardCharsets.UTF_8));
    layer.loadParameters(manager, new DataInputStream(next));
    assertEquals('a', next.read());
    assertEquals(DROP_BLOCK, layer.regularizer());
    assertEquals(7, layer.step());
    load(new byte[0], layer);
    assertEquals(7, load(saved(layer), DropBlockLayer.of(DROP_BLOCK)).step());
  }

  /** A stream that cannot go back serves files with the layer, and is refused for others. */
  @Test
  void aStreamThatCannotGoBack() throws Exception {
    byte[] bytes = saved(DropBlockLayer.of(DROP_BLOCK).step(7));
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    layer.loadParameters(manager, forwardOnly(bytes));
    assertEquals(7, layer.step());
    byte[] other = "another block".getBytes(StandardCharsets.UTF_8);
    Exception e =
        assertThrows(
            MalformedModelException.class, () -> layer.loadParameters(manager, forwardOnly(other)));
    assertTrue(e.getMessage().contains("BufferedInputStream"), e.getMessage());
    layer.loadParameters(manager, forwardOnly(new byte[0]));
    assertEquals(7, layer.step());
  }

  private static DataInputStream forwardOnly(byte[] bytes) {
    return new DataInputStream(
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public boolean markSupported() {
            return false;
          }
        });
  }
}
