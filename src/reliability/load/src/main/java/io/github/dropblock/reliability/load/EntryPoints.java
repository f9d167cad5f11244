package io.github.dropblock.reliability.load;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.GridMask;
import io.github.dropblock.Holes;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.LabelSmoothing;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.Normalization;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Strides;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** The library's entry points on a small tensor, each as a function of the call's number. */
final class EntryPoints {
  /** Those that promise to allocate nothing begin with this. */
  static final String SAMPLE_INTO = "sampleInto";

  private static final Shape SHAPE = Shape.nchw(2, 3, 8, 8);

  private final Map<String, LongConsumer> all = new LinkedHashMap<>();
  private final Tensor x = Inputs.tensor(SHAPE);
  private final Tensor y = Inputs.tensor(SHAPE);
  private final FloatBuffer buffer = FloatBuffer.wrap(Inputs.array(SHAPE.size()));
  private final DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(1).build();
  private final DropMask mask = dropBlock.sample(SHAPE, 0);

  private EntryPoints() {
    addSampling();
    addArrays();
    addBuffers();
    addMaps();
    addLayers();
  }

  static Map<String, LongConsumer> all() {
    return new EntryPoints().all;
  }

  private void addSampling() {
    all.put("DropBlock.apply", i -> DropBlock.apply(x, 0.9, 3));
    all.put("sample", i -> dropBlock.sample(SHAPE, i));
    addSampleInto("DropBlock", dropBlock);
    addSampleInto("DropBlock, dense", dropBlock.withKeepProb(0.3));
    addSampleInto("DropBlock, PLANE", dropBlock.withNormalization(Normalization.PLANE));
    addSampleInto("Dropout", Dropout.of(0.5, 1));
    addSampleInto("SpatialDropout", SpatialDropout.of(0.5, 1));
    addSampleInto("DropPath", DropPath.of(0.5, 1));
    addSampleInto("AlphaDropout", AlphaDropout.of(0.5, 1));
    addSampleInto("Cutout", Cutout.of(2, 3, 1));
    addSampleInto("Holes", Holes.randomErasing(0.5, 1));
    addSampleInto("Patches", Patches.exactly(3, 0.5, 1));
    addSampleInto("GridMask", GridMask.of(3, 5, 0.5, 1));
  }

  private void addSampleInto(String name, Regularizer regularizer) {
    DropMask own = regularizer.sample(SHAPE, 0);
    all.put(SAMPLE_INTO + ", " + name, i -> regularizer.sampleInto(own, i));
  }

  private void addArrays() {
    DropMask filled = dropBlock.withFill(Fill.gaussian(0, 1)).sample(SHAPE, 0);
    DropMask repeated = Cutout.of(1, 3, 1).sample(SHAPE, 0);
    all.put("apply(x)", i -> mask.apply(x));
    all.put("apply(x, out)", i -> mask.apply(x, y));
    all.put("applyInPlace(x)", i -> mask.applyInPlace(y));
    all.put("applyInPlace(x), noise", i -> filled.applyInPlace(y));
    all.put("applyInPlace(x), repeated", i -> repeated.applyInPlace(y));
    all.put("backward(dy)", i -> mask.backward(x));
    all.put("toTensor", i -> mask.toTensor());
  }

  private void addBuffers() {
    Strides rows = Strides.rowMajor(SHAPE);
    Strides channelsLast = Strides.channelsLast(SHAPE);
    all.put("applyInPlace(buffer)", i -> mask.applyInPlace(buffer));
    all.put("backward(buffer, buffer)", i -> mask.backward(buffer, buffer));
    all.put("applyInPlace(buffer, NCHW)", i -> mask.applyInPlace(buffer, rows));
    all.put("applyInPlace(buffer, NHWC)", i -> mask.applyInPlace(buffer, channelsLast));
    all.put("writeMultipliers", i -> mask.writeMultipliers(buffer));
    all.put("writeFill", i -> mask.writeFill(buffer));
  }

  private void addMaps() {
    all.put("Regularizer to map", i -> Regularizer.fromMap(dropBlock.toMap()));
    all.put("Regularizer to bytes", i -> Regularizer.fromBytes(dropBlock.toBytes()));
    all.put("DropMask to map", i -> DropMask.fromMap(mask.toMap()));
    all.put("DropMask to bytes", i -> DropMask.fromBytes(mask.toBytes()));
  }

  private void addLayers() {
    KeepProbRegularizer followed = dropBlock;
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, 0.5, 1_000_000);
    DropLayer layer = DropLayer.of(followed, schedule);
    all.put("DropLayer, a step", i -> step(layer.train().step(i)));
    DropLayer inference = DropLayer.of(dropBlock).eval().enableAtInference();
    MonteCarlo outputs = new MonteCarlo(SHAPE);
    all.put("MonteCarlo.add", i -> outputs.add(inference.forward(x)));
    LabelSmoothing smoothing = LabelSmoothing.of(0.1);
    int[] labels = {1, 2, 3};
    all.put("LabelSmoothing.smooth", i -> smoothing.smooth(labels, 10));
  }

  private void step(DropLayer layer) {
    layer.forward(x);
    layer.forward(x);
    layer.backward(x);
  }
}
