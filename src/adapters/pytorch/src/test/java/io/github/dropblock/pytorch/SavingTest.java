package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that was saved and loaded goes on as if it had not been. */
class SavingTest extends EngineTest {
  private static final long SEED = 0x7ffffffffffffff1L;
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(3).seed(SEED).build();
  private static final KeepProbSchedule SCHEDULE = KeepProbSchedule.linear(.9, .6, 6);

  @TempDir private Path folder;
  private DropBlockModule afterConvolution;
  private DropBlockModule onSkip;

  /** A new network, whose modules have choices that loading has to overcome. */
  private SmallNetwork network() {
    afterConvolution = new DropBlockModule(Dropout.of(.1, 3), KeepProbSchedule.constant(.2));
    onSkip = new DropBlockModule(DropBlock.builder().seed(4).build());
    return new SmallNetwork(afterConvolution, onSkip);
  }

  /** The common start of all runs. */
  @BeforeEach
  void saveTheStart() {
    SmallNetwork network = network();
    afterConvolution.configure(DROP_BLOCK, SCHEDULE);
    onSkip.configure(DROP_BLOCK.withSeed(-2));
    Archives.save(network, folder.resolve("start"));
    saveOptimizer(optimizer(network), "start");
  }

  /** With momentum, which the engine saves too. */
  private static Optimizer optimizer(SmallNetwork network) {
    SGDOptions options = new SGDOptions(.1);
    options.momentum().put(.9);
    return new SGD(network.parameters(), options);
  }

  private void saveOptimizer(Optimizer optimizer, String name) {
    OutputArchive archive = new OutputArchive();
    optimizer.save(archive);
    archive.save_to(folder.resolve(name + ".optimizer").toString());
  }

  private void loadOptimizer(Optimizer optimizer, String name) {
    InputArchive archive = new InputArchive();
    archive.load_from(folder.resolve(name + ".optimizer").toString());
    optimizer.load(archive);
  }

  /** The parameters after training from a saved state on, which is saved under another name. */
  private float[][] run(
      String from, int first, int end, String to, Consumer<DropBlockModule> prepare) {
    SmallNetwork network = network();
    Archives.load(network, folder.resolve(from));
    prepare.accept(afterConvolution);
    Optimizer optimizer = optimizer(network);
    loadOptimizer(optimizer, from);
    for (int step = first; step < end; step++) {
      network.step(optimizer, step);
    }
    Archives.save(network, folder.resolve(to));
    saveOptimizer(optimizer, to);
    return network.values();
  }

  @Test
  void itGoesOnToTheLastBit() {
    float[][] uninterrupted = run("start", 0, 6, "whole", module -> {});
    run("start", 0, 3, "half", module -> {});
    assertArrayEquals(uninterrupted, run("half", 3, 6, "end", module -> {}));
    assertEquals(6, afterConvolution.step());
    // Not so if only the step is another.
    assertFalse(
        Arrays.deepEquals(uninterrupted, run("half", 3, 6, "end", module -> module.startAt(4))));
  }

  @Test
  void theConfigurationIsRestored() {
    run("start", 0, 2, "later", module -> {});
    Archives.load(network(), folder.resolve("later"));
    assertEquals(DROP_BLOCK, afterConvolution.regularizer());
    assertEquals(SCHEDULE, afterConvolution.schedule().orElseThrow());
    assertEquals(DROP_BLOCK.withSeed(-2), onSkip.regularizer());
    assertEquals(Optional.empty(), onSkip.schedule());
    assertEquals(2, afterConvolution.step());
    assertEquals(2, onSkip.step());
  }

  /** To convert a network converts its buffers, of whatever type: what is saved is none. */
  @Test
  void aConvertedNetworkIsSavedAndLoaded() {
    long step = (1L << 60) + 1;
    SmallNetwork network = network();
    network.to(ScalarType.Half, false);
    afterConvolution.configure(DROP_BLOCK, SCHEDULE).step(step);
    Archives.save(network, folder.resolve("halves"));
    SmallNetwork loaded = network();
    loaded.to(ScalarType.Half, false);
    Archives.load(loaded, folder.resolve("halves"));
    assertArrayEquals(network.values(), loaded.values());
    assertEquals(DROP_BLOCK, afterConvolution.regularizer());
    assertEquals(step, afterConvolution.step());
    assertEquals(0, loaded.buffers().size());
  }
}
