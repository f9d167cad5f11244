package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A regularizer of the caller's own behaves as the library's do. */
class CustomRegularizerTest {
  private static final Shape SHAPE = Shape.nchw(4, 3, 5, 7);
  private static final CustomRegularizer ROWS = CustomRegularizer.of(new RowsFunction(), .6, 9);

  @Test
  void theFunctionDrawsEachSample() {
    DropMask mask = ROWS.sample(SHAPE, 2);
    for (int n = 0; n < 4; n++) {
      MaskRandom random = MaskRandom.of(9, 2, n);
      for (int row = 0; row < 15; row++) {
        for (int w = 0; w < 7; w++) {
          boolean kept = random.bernoulli(.6, row);
          assertEquals(kept, mask.isKept(n, row / 5, row % 5, w));
        }
      }
    }
    assertEquals(mask.shape().size() / (float) mask.keptCount(), mask.scale());
  }

  @ParameterizedTest
  @EnumSource(MaskSharing.class)
  void partsOfABatchAreThePartsOfItsMask(MaskSharing sharing) {
    CustomRegularizer shared = ROWS.withSharing(sharing).withNormalization(Normalization.NONE);
    Tensor whole = shared.sample(SHAPE, 5).toTensor();
    for (int n = 0; n < 4; n++) {
      Tensor part = shared.sample(SHAPE.withN(1), 5, n).toTensor();
      assertEquals(whole.slice(n, 1).copy(), part);
    }
  }

  @Test
  void threadsDoNotMatter() {
    Shape large = Shape.nchw(40, 3, 200, 211);
    ForkJoinPool pool = new ForkJoinPool(3);
    DropMask shared = ROWS.withThreads(Threads.of(pool)).sample(large, 1);
    assertEquals(ROWS.withThreads(Threads.none()).sample(large, 1), shared);
    pool.shutdown();
  }

  @Test
  void sharedSamplesAreDrawnOnceWithIndexZero() {
    List<Long> samples = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>();
    MaskFunction seen =
        sample -> {
          samples.add(sample.sample());
          shapes.add(sample.shape());
        };
    CustomRegularizer all =
        CustomRegularizer.of(seen, 1, 1).withSharing(MaskSharing.ALL).withThreads(Threads.none());
    all.sample(SHAPE, 0, 17);
    assertEquals(List.of(0L), samples);
    assertEquals(List.of(SHAPE.withN(1).withC(1)), shapes);
    all.withSharing(MaskSharing.NONE).sample(SHAPE, 0, 17);
    assertEquals(List.of(0L, 17L, 18L, 19L, 20L), samples);
  }

  @Test
  void aScheduleDrivesIt() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, 0, 4);
    DropLayer layer = DropLayer.of(ROWS, schedule);
    Tensor x = Tensor.full(SHAPE, 1);
    for (int step = 0; step < 5; step++) {
      DropMask mask = ROWS.withKeepProb(schedule.at(step)).sample(SHAPE, step);
      assertEquals(mask.apply(x), layer.forward(x));
      assertEquals(mask.backward(x), layer.backward(x));
    }
    assertEquals(Tensor.zeros(SHAPE), layer.forward(x));
  }

  @Test
  void choicesAreThoseOfOtherRegularizers() {
    CustomRegularizer r =
        ROWS.withFill(Fill.constant(3)).withNormalization(Normalization.EXPECTED).withSeed(4);
    DropMask mask = r.sample(SHAPE, 0);
    assertEquals((float) (1 / .6), mask.scale());
    assertEquals(.6, r.expectedKeptFraction(SHAPE));
    CustomRegularizer half = r.withExpectedKeptFraction(shape -> .5);
    assertEquals(2f, half.sample(SHAPE, 0).scale());
    assertEquals(2f, half.withKeepProb(.9).sample(SHAPE, 0).scale());
    assertMessage(
        "expectedKeptFraction must be in [0, 1]: 2.0",
        () -> r.withExpectedKeptFraction(shape -> 2).sample(SHAPE, 0));
    DropMask into = Dropout.of(.5, 1).sample(SHAPE, 0);
    r.sampleInto(into, 0);
    assertEquals(mask, into);
    assertNotEquals(mask, r.forUse(1).sample(SHAPE, 0));
    assertNotEquals(mask, r.forInference().sample(SHAPE, 0));
  }

  @Test
  void aNamedFunctionIsFoundAgain() {
    CustomRegularizer r = ROWS.withSharing(MaskSharing.BATCH).withFill(Fill.constant(2));
    assertEquals(r, Regularizer.fromMap(r.toMap()));
    assertEquals(r, Regularizer.fromBytes(r.toBytes()));
    assertEquals(r.hashCode(), Regularizer.fromBytes(r.toBytes()).hashCode());
    assertEquals(
        "Custom[keepProb=0.6, function=rows, sharing=BATCH, normalization=TENSOR,"
            + " fill=constant(2.0), seed=9]",
        r.toString());
  }

  @Test
  void otherFunctionsAreNotSavedAndNothingIsLoadedByName() {
    CustomRegularizer unnamed = CustomRegularizer.of(sample -> {}, .5, 1);
    assertThrows(UnsupportedOperationException.class, unnamed::toMap);
    assertThrows(UnsupportedOperationException.class, unnamed::toBytes);
    assertTrue(unnamed.toString().startsWith("Custom[keepProb=0.5, function=, "));
    assertEquals(unnamed, unnamed.withSeed(1));
    assertNotEquals(unnamed, unnamed.withSeed(2));
    assertNotEquals(unnamed, CustomRegularizer.of(sample -> {}, .5, 1));
    var map = ROWS.toMap();
    for (String name : List.of("columns", "", "java.lang.Runtime")) {
      map.put("function", name);
      assertMessage(
          "regularizer function must be the name of a service io.github.dropblock.MaskFunction: "
              + name,
          () -> Regularizer.fromMap(map));
    }
  }

  /** A function of N would make a mask depend on which batch was drawn first. */
  @Test
  void theExpectedKeptFractionDoesNotDependOnTheBatch() {
    CustomRegularizer r =
        CustomRegularizer.of(sample -> sample.dropRun(0, 1), 1, 1)
            .withExpectedKeptFraction(shape -> 1 - 1.0 / shape.size())
            .withNormalization(Normalization.EXPECTED);
    float scale = (float) (1 / (1 - 1.0 / 105));
    assertEquals(scale, r.withSeed(2).sample(SHAPE.withN(0), 0).scale());
    assertEquals(scale, r.withSeed(3).sample(SHAPE, 0).scale());
    assertEquals(1 - 1.0 / 105, r.expectedKeptFraction(SHAPE));
  }

  @Test
  void aFunctionWhoseNameIsNullIsRefused() {
    MaskFunction nameless =
        new MaskFunction() {
          @Override
          public void draw(SampleMask sample) {}

          @Override
          public String name() {
            return null;
          }
        };
    assertMessage("function.name() must not be null", () -> CustomRegularizer.of(nameless, .5, 1));
  }

  /** Some other jar may list a class that it lacks, before or after the function. */
  @ParameterizedTest
  @ValueSource(strings = {"columns", "rows"})
  void aBrokenServiceDoesNotHideOthers(String name, @TempDir Path jar) throws IOException {
    Path services = jar.resolve("META-INF/services/" + MaskFunction.class.getName());
    Files.createDirectories(services.getParent());
    Files.writeString(services, "no.such.Function\njava.lang.String\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      var map = ROWS.toMap();
      map.put("function", name);
      if (name.equals("rows")) {
        assertEquals(ROWS, Regularizer.fromMap(map));
      } else {
        assertThrows(IllegalArgumentException.class, () -> Regularizer.fromMap(map));
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void badArguments() {
    assertMessage("function must not be null", () -> CustomRegularizer.of(null, .5, 1));
    assertMessage(
        "keepProb must be in [0, 1]: 1.5", () -> CustomRegularizer.of(sample -> {}, 1.5, 1));
    assertMessage("sharing must not be null", () -> ROWS.withSharing(null));
    assertMessage(
        "expectedKeptFraction must not be null", () -> ROWS.withExpectedKeptFraction(null));
  }
}
