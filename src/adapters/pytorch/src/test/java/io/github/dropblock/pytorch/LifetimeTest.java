package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.ModuleListImpl;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The module in its parent. */
class LifetimeTest extends EngineTest {
  @Test
  void trainAndEvalOfAParentReachTheModule() {
    Module network = new Module("network");
    Module stage = network.register_module("stage", new Module("stage"));
    DropBlockModule drop = stage.register_module("drop", new DropBlockModule(Dropout.of(.5, 1)));
    Tensor x = numbers(2, 3, 8, 8);
    network.eval();
    assertFalse(hasZero(drop.forward(x)));
    network.train(true);
    assertTrue(hasZero(drop.forward(x)));
    network.eval();
    assertTrue(drop.forward(x).is_same(x));
  }

  /** The parent would call a module of address 0. */
  @Test
  void aScopeDoesNotEndTheModulesThatWereMadeInIt() {
    Module network = new Module("network");
    DropBlockModule drop;
    try (PointerScope construction = new PointerScope()) {
      drop = network.register_module("drop", new DropBlockModule(Dropout.of(.5, 1)));
    }
    network.train(true);
    assertTrue(hasZero(drop.forward(numbers(2, 3, 8, 8))));
  }

  /** Results belong to the caller's scope. */
  @Test
  void aScopeEndsTheResultsThatWereMadeInIt() {
    DropBlockModule drop = new DropBlockModule(Dropout.of(.5, 1));
    Tensor x = numbers(2, 3, 8, 8);
    Tensor dropped;
    Tensor identical;
    try (PointerScope step = new PointerScope()) {
      dropped = train(drop, x);
      identical = infer(drop, x);
    }
    assertTrue(dropped.isNull());
    assertTrue(identical.isNull());
    assertFalse(hasZero(x));
  }

  /** So the list hands its state on, though it cannot call it. */
  @Test
  void aListOfModulesHoldsIt() {
    ModuleListImpl list = new ModuleListImpl();
    DropBlockModule drop = new DropBlockModule(Dropout.of(.5, 1));
    list.push_back(drop);
    Module network = new Module("network");
    network.register_module("list", list);
    network.eval();
    assertFalse(drop.is_training());
  }

  /** As the document says: the engine copies its own modules only. */
  @Test
  void theEngineDoesNotCopyIt() {
    DropBlockModule drop = new DropBlockModule(Dropout.of(.5, 1));
    assertThrows(RuntimeException.class, () -> drop.clone(new DeviceOptional()));
  }

  @Test
  void theModuleSaysWhatItDoes() {
    DropBlockModule drop = new DropBlockModule(Dropout.of(.5, 1)).step(3);
    assertEquals("DropBlockModule[" + Dropout.of(.5, 1) + ", step 3]", drop.toString());
    assertEquals("DropBlockModule", drop.name().getString());
    assertEquals(
        DropBlock.builder().seed(1).build(),
        drop.configure(DropBlock.builder().seed(1).build()).regularizer());
  }
}
