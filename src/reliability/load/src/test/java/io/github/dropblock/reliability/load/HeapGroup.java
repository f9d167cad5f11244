package io.github.dropblock.reliability.load;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Strides;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** Cases that one JVM runs. */
enum HeapGroup {
  DRAWING {
    @Override
    List<HeapCase> cases() {
      HeapCases cases = new HeapCases();
      cases.tensor("DropBlock.apply", X, () -> DropBlock.apply(X, 0.9, 3, 1));
      for (MaskSharing sharing : MaskSharing.values()) {
        DropBlock operator = sharing(sharing);
        cases.mask("sample, " + sharing, () -> operator.sample(SHAPE, 1));
        addSampleInto(cases, "sampleInto, " + sharing, operator);
      }
      addSampleInto(cases, "sampleInto, dense", dropBlock().withKeepProb(0.3));
      addSampleInto(cases, "sampleInto, SpatialDropout", SpatialDropout.of(0.5, 1));
      addSampleInto(cases, "sampleInto, Cutout", Cutout.of(2, 3, 1));
      DropBlock byPlane = dropBlock().withNormalization(Normalization.PLANE);
      addSampleInto(cases, "sampleInto, new PLANE", byPlane, dropBlock(), SHAPE);
      addNewPlan(cases);
      byte[] bytes = dropBlock().sample(SHAPE, 0).toBytes();
      cases.mask("fromBytes", () -> DropMask.fromBytes(bytes));
      return cases.list();
    }
  },
  IN_PLACE {
    @Override
    List<HeapCase> cases() {
      HeapCases cases = new HeapCases();
      for (MaskSharing sharing : MaskSharing.values()) {
        addInPlace(cases, sharing.toString(), sharing(sharing));
      }
      addInPlace(cases, "SpatialDropout", SpatialDropout.of(0.5, 1));
      addInPlace(cases, "DropPath", DropPath.of(0.5, 2));
      addInPlace(cases, "PLANE", dropBlock().withNormalization(Normalization.PLANE));
      addInPlace(cases, "constant", dropBlock().withFill(Fill.constant(2)));
      addInPlace(cases, "noise", dropBlock().withFill(Fill.gaussian(0, 1)));
      addInPlace(cases, "Cutout, noise", Cutout.of(1, 5, 1).withFill(Fill.gaussian(0, 1)));
      Fill noise = Fill.gaussian(0, 1);
      addInPlace(cases, "SpatialDropout, noise", SpatialDropout.of(0.5, 1).withFill(noise));
      return cases.list();
    }
  },
  BUFFERS {
    @Override
    List<HeapCase> cases() {
      HeapCases cases = new HeapCases();
      addBuffers(cases, "DropBlock", dropBlock());
      addBuffers(cases, "ALL", sharing(MaskSharing.ALL));
      addBuffers(cases, "noise", dropBlock().withFill(Fill.gaussian(0, 1)));
      return cases.list();
    }
  },
  LAYERS {
    @Override
    List<HeapCase> cases() {
      HeapCases cases = new HeapCases();
      addLayer(cases, DropLayer.of(dropBlock()));
      addInference(cases, DropLayer.of(dropBlock()).eval().enableAtInference());
      cases.tensor("MonteCarlo", X, () -> MonteCarlo.of(2, () -> X).mean());
      return cases.list();
    }
  },
  POOLS {
    @Override
    List<HeapCase> cases() {
      HeapCases cases = new HeapCases();
      addPool(cases, "pool", new ForkJoinPool(2));
      addPool(cases, "pool without threads", OddPool.HAS_NO_THREADS.create(2));
      return cases.list();
    }
  };

  static final Shape SHAPE = Shape.nchw(2, 3, 16, 16);

  /** For two threads. */
  static final Shape LARGE = Shape.nchw(4, 64, 65, 65);

  /** The seeds of a unit take more than what a thread keeps. */
  static final Shape LARGE_UNIT = Shape.nchw(2, 64, 190, 190);

  private static final Tensor X = Inputs.tensor(SHAPE);

  abstract List<HeapCase> cases();

  private static DropBlock dropBlock() {
    return DropBlock.builder().keepProb(0.7).blockSize(3).seed(1).build();
  }

  private static DropBlock sharing(MaskSharing sharing) {
    return DropBlock.builder().keepProb(0.7).blockSize(3).sharing(sharing).seed(1).build();
  }

  private static void addSampleInto(HeapCases cases, String name, Regularizer regularizer) {
    addSampleInto(cases, name, regularizer, regularizer, SHAPE);
  }

  /**
   * Into a mask that another one drew before, so that the two may need different arrays. If drawing
   * had begun, a mask that keeps everything is as good as what was there before.
   */
  private static void addSampleInto(
      HeapCases cases, String name, Regularizer regularizer, Regularizer other, Shape shape) {
    DropMask[] mask = new DropMask[1];
    long[] before = new long[1];
    cases.add(
        name,
        () -> {
          mask[0] = other.sample(shape, 0);
          before[0] = Hash.of(mask[0]);
        },
        () -> regularizer.sampleInto(mask[0], 1),
        () -> keepsAll(mask[0]) ? before[0] : Hash.of(mask[0]));
  }

  private static boolean keepsAll(DropMask mask) {
    return mask.keptCount() == mask.shape().size() && mask.scale(0, 0) == 1;
  }

  /** The operator has to plan for a shape that it does not know. */
  private static void addNewPlan(HeapCases cases) {
    DropBlock operator = dropBlock();
    DropMask mask = operator.sample(SHAPE, 0);
    long before = Hash.of(mask);
    Shape other = Shape.nchw(1, 3, 12, 12);
    cases.add(
        "sampleInto, new plan",
        () -> {
          operator.sampleInto(mask, 0);
          operator.sample(other, 0);
        },
        () -> operator.sampleInto(mask, 1),
        () -> keepsAll(mask) ? before : Hash.of(mask));
  }

  private static void addInPlace(HeapCases cases, String name, Regularizer regularizer) {
    DropMask mask = regularizer.sample(SHAPE, 0);
    cases.inPlace(
        name + ", applyInPlace", SHAPE.size(), x -> mask.applyInPlace(Tensor.of(x, SHAPE)));
    cases.tensor(name + ", apply", X, () -> mask.apply(X));
  }

  private static void addBuffers(HeapCases cases, String name, Regularizer regularizer) {
    DropMask mask = regularizer.sample(SHAPE, 0);
    int size = SHAPE.size();
    cases.buffer(name + ", buffer", size, mask::applyInPlace);
    cases.buffer(name + ", multipliers", size, mask::writeMultipliers);
    cases.buffer(name + ", fill", size, mask::writeFill);
    addStrides(cases, name + ", rows", mask, Strides.rowMajor(SHAPE));
    addStrides(cases, name + ", NHWC", mask, Strides.channelsLast(SHAPE));
    addStrides(cases, name + ", CNHW", mask, new Strides(0, 256, 512, 0, 16, 1));
    addStrides(cases, name + ", NCWH", mask, new Strides(0, 768, 256, 0, 1, 16));
  }

  private static void addStrides(HeapCases cases, String name, DropMask mask, Strides strides) {
    cases.buffer(name, SHAPE.size(), x -> mask.applyInPlace(x, strides));
  }

  private static void addLayer(HeapCases cases, DropLayer layer) {
    Tensor[] result = new Tensor[1];
    cases.add(
        "DropLayer.forward",
        () -> {
          layer.step(5);
          result[0] = null;
        },
        () -> result[0] = layer.forward(X),
        () -> layer.step() + (result[0] == null ? 0 : Hash.of(result[0].data())));
  }

  private static void addInference(HeapCases cases, DropLayer layer) {
    Tensor[] result = new Tensor[1];
    cases.add(
        "DropLayer.forward at inference",
        () -> {
          layer.enableAtInference();
          result[0] = null;
        },
        () -> result[0] = layer.forward(X),
        () -> result[0] == null ? 0 : Hash.of(result[0].data()));
  }

  private static void addPool(HeapCases cases, String name, ForkJoinPool pool) {
    DropBlock operator = dropBlock().withThreads(Threads.of(pool));
    DropMask mask = operator.sample(LARGE, 0);
    cases.inPlace(
        name + ", applyInPlace", LARGE.size(), x -> mask.applyInPlace(Tensor.of(x, LARGE)));
    addSampleInto(cases, name + ", sampleInto", operator, operator, LARGE);
    DropBlock dense = operator.withKeepProb(0.1);
    addSampleInto(cases, name + ", large unit", dense, dense, LARGE_UNIT);
  }
}
