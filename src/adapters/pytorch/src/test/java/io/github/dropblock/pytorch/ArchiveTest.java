package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskFunction;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Threads;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an archive says of a module. */
class ArchiveTest extends EngineTest {
  private static final DropBlock DROP_BLOCK = DropBlock.builder().seed(Long.MIN_VALUE).build();

  @TempDir private Path folder;

  /** Saves a module and loads another one from that. */
  private DropBlockModule pass(DropBlockModule saved, DropBlockModule loaded) {
    Archives.save(saved, file());
    Archives.load(loaded, file());
    return loaded;
  }

  private Path file() {
    return folder.resolve("module");
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
  void regularizersReturn(Regularizer regularizer) {
    DropBlockModule saved = new DropBlockModule(regularizer);
    assertEquals(regularizer, pass(saved, new DropBlockModule(DROP_BLOCK)).regularizer());
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
  void schedulesReturn(KeepProbSchedule schedule) {
    DropBlockModule saved = new DropBlockModule(DROP_BLOCK, schedule).step(Long.MAX_VALUE);
    DropBlockModule loaded = pass(saved, new DropBlockModule(DROP_BLOCK.withSeed(1)));
    assertEquals(schedule.toMap(), loaded.schedule().orElseThrow().toMap());
    assertEquals(Long.MAX_VALUE, loaded.step());
  }

  /** The use in a step, the draw at inference, and whether steps are told. */
  @Test
  void theCountReturns() {
    DropBlock dropBlock = DROP_BLOCK.withKeepProb(.5);
    DropBlockModule saved = new DropBlockModule(dropBlock).enableAtInference().step(7);
    Tensor x = numbers(2, 3, 8, 8);
    train(saved, x);
    infer(saved, x);
    infer(saved, x);
    DropBlockModule loaded =
        pass(saved, new DropBlockModule(Dropout.of(.5, 1)).enableAtInference());
    assertGoOnAlike(saved, loaded);
    assertEquals(7, loaded.step());
  }

  private static void assertGoOnAlike(DropBlockModule saved, DropBlockModule loaded) {
    Tensor x = numbers(2, 3, 8, 8);
    for (int pass = 0; pass < 3; pass++) {
      Tensor y = train(saved, x);
      assertTrue(hasZero(y));
      assertTrue(y.equal(train(loaded, x)));
      assertTrue(infer(saved, x).equal(infer(loaded, x)));
    }
  }

  /** What does not go to a file stays: the threads of an equal regularizer, a schedule in code. */
  @Test
  void whatCannotBeSavedStays() {
    KeepProbSchedule custom = step -> .5;
    DropBlockModule saved = new DropBlockModule(DROP_BLOCK, custom);
    DropBlock equal = DROP_BLOCK.withThreads(Threads.none());
    DropBlockModule loaded = pass(saved, new DropBlockModule(equal, custom));
    assertSame(equal, loaded.regularizer());
    assertSame(custom, loaded.schedule().orElseThrow());
    DropBlock other = equal.withSeed(1);
    Regularizer read = pass(saved, new DropBlockModule(other, custom)).regularizer();
    assertEquals(DROP_BLOCK, read);
    assertSame(Threads.none(), read.threads());
    DropBlockModule without = new DropBlockModule(other);
    Exception e = assertThrows(IllegalArgumentException.class, () -> pass(saved, without));
    assertTrue(e.getMessage().contains("schedule"), e.getMessage());
    assertSame(other, without.regularizer());
  }

  /** A function without a name is the present module's; all that is saved of it is the seed. */
  @Test
  void aFunctionInCodeStays() {
    MaskFunction function = sample -> sample.dropRun(sample.random().below(9, 0), 3);
    DropBlockModule saved =
        new DropBlockModule(CustomRegularizer.of(function, .9, 1L << 53 | 1)).step(7);
    CustomRegularizer present = CustomRegularizer.of(function, .9, 2);
    DropBlockModule loaded = pass(saved, new DropBlockModule(present));
    assertEquals(saved.regularizer(), loaded.regularizer());
    assertGoOnAlike(saved, loaded);
    DropBlockModule another = new DropBlockModule(DROP_BLOCK);
    assertThrows(IllegalArgumentException.class, () -> pass(saved, another));
    assertSame(DROP_BLOCK, another.regularizer());
  }

  @Test
  void aFunctionWithANameReturns() {
    CustomRegularizer named = CustomRegularizer.of(new EveryOther(), .5, 3);
    DropBlockModule loaded = pass(new DropBlockModule(named), new DropBlockModule(DROP_BLOCK));
    assertEquals(named.toMap(), loaded.regularizer().toMap());
    assertGoOnAlike(new DropBlockModule(named), loaded);
  }

  /** It was lost once if the module had another seed. */
  @Test
  void anExpectedKeptFractionStays() {
    CustomRegularizer named =
        CustomRegularizer.of(new EveryOther(), .9, 4).withExpectedKeptFraction(shape -> .5);
    DropBlockModule module = new DropBlockModule(named.withSeed(2));
    DropBlockModule loaded = pass(new DropBlockModule(named), module);
    assertEquals(4, loaded.regularizer().seed());
    assertEquals(
        .5, loaded.regularizer().expectedKeptFraction(io.github.dropblock.tensor.Shape.nc(2, 2)));
  }

  /** A file of the time when the place had a module of another kind. */
  @Test
  void anOlderArchiveChangesNothing() {
    Module older = new Module("older");
    older.register_module("drop", new Module("plain"));
    Archives.save(older, file());
    Module newer = new Module("newer");
    DropBlockModule module = newer.register_module("drop", new DropBlockModule(DROP_BLOCK).step(3));
    Archives.load(newer, file());
    assertSame(DROP_BLOCK, module.regularizer());
    assertEquals(3, module.step());
  }

  /** The engine's own rule for a file of the time when the place had no module at all. */
  @Test
  void aFileWithoutThePlaceIsLoadedBeforeTheModuleIsRegistered() {
    Archives.save(new Module("older"), file());
    Module newer = new Module("newer");
    DropBlockModule module = newer.register_module("drop", new DropBlockModule(DROP_BLOCK));
    assertThrows(RuntimeException.class, () -> Archives.load(newer, file()));
    newer.unregister_module("drop");
    Archives.load(newer, file());
    newer.register_module("drop", module);
    newer.eval();
    assertTrue(module.forward(numbers(2, 3)).equal(numbers(2, 3)));
  }

  private void saveEntry(String name, Tensor entry) {
    OutputArchive archive = new OutputArchive();
    new DropBlockModule(DROP_BLOCK).save(archive);
    archive.write(name, entry, true);
    archive.save_to(file().toString());
  }

  /** Damaged bytes, of another type, and of another shape; nothing is modified. */
  @ParameterizedTest
  @ValueSource(strings = {"dropblock_regularizer", "dropblock_schedule", "dropblock_state"})
  void damagedEntriesAreRefused(String name) {
    byte[] bytes = DROP_BLOCK.toBytes();
    bytes[bytes.length / 2]++;
    List<Tensor> entries =
        List.of(
            Tensor.create(bytes, false),
            Tensor.create(Arrays.copyOf(bytes, 9), false),
            Tensor.create(new byte[2], false),
            torch.zeros(3, 3).to(ScalarType.Byte),
            torch.zeros(9));
    for (Tensor entry : entries) {
      saveEntry(name, entry);
      DropBlockModule module = new DropBlockModule(Dropout.of(.5, 1)).step(3);
      assertThrows(IllegalArgumentException.class, () -> Archives.load(module, file()));
      assertEquals(Dropout.of(.5, 1), module.regularizer());
      assertEquals(3, module.step());
    }
  }

  /** The engine calls the module, and its exception comes back through the engine. */
  @Test
  void aRefusalReachesTheCallerOfTheNetwork() {
    Module network = new Module("network");
    DropBlockModule module =
        network.register_module("drop", new DropBlockModule(DROP_BLOCK, step -> .5));
    Archives.save(network, file());
    module.configure(DROP_BLOCK);
    Exception e = assertThrows(RuntimeException.class, () -> Archives.load(network, file()));
    assertTrue(e.getMessage().contains("made with the saved one's schedule"), e.getMessage());
  }
}
