package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers go where they were asked for, and nowhere else. */
class PlacesTest {
  private static final DropBlock DROP_BLOCK = DropBlock.builder().keepProb(.9).seed(7).build();
  private static final Shape INPUT = new Shape(1, 16, 16);

  private SequentialBlock network;
  private SequentialBlock branch;
  private SequentialBlock skip;

  @BeforeEach
  void makeNetwork() {
    branch =
        new SequentialBlock()
            .add(convolution())
            .add(BatchNorm.builder().build())
            .add(Activation::relu)
            .add(convolution());
    skip = new SequentialBlock().add(Blocks.identityBlock());
    network =
        new SequentialBlock()
            .add(convolution())
            .add(sum(branch, skip))
            .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
            .add(sum(convolution(), Blocks.identityBlock()))
            .add(Blocks.batchFlattenBlock());
  }

  private static Block convolution() {
    return Conv2d.builder()
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .setFilters(4)
        .build();
  }

  private static Block sum(Block left, Block right) {
    return new ParallelBlock(
        parts -> new NDList(parts.get(0).head().add(parts.get(1).head())), List.of(left, right));
  }

  private static String names(Block block) {
    return String.join(" ", block.getChildren().keys());
  }

  private SequentialBlock insert(Places places) {
    return DropBlocks.insert(network, places, DROP_BLOCK);
  }

  @Test
  void afterConvolutionsAndTheirNormalization() {
    insert(Places.afterConvolutions());
    assertEquals(
        "01Conv2d 02DropBlockLayer 03ParallelBlock 04LambdaBlock 05ParallelBlock 06LambdaBlock",
        names(network));
    assertEquals(
        "01Conv2d 02BatchNorm 03DropBlockLayer 04LambdaBlock 05Conv2d 06DropBlockLayer",
        names(branch));
    assertEquals("01LambdaBlock", names(skip));
  }

  @Test
  void afterResidualBlocks() {
    insert(Places.afterResidualBlocks());
    assertEquals(
        "01Conv2d 02ParallelBlock 03DropBlockLayer 04LambdaBlock 05ParallelBlock"
            + " 06DropBlockLayer 07LambdaBlock",
        names(network));
    assertEquals(4, branch.getChildren().size());
  }

  @Test
  void afterSkipConnections() {
    insert(Places.afterSkipConnections());
    assertEquals("01LambdaBlock 02DropBlockLayer", names(skip));
    assertEquals(5, network.getChildren().size());
  }

  /** A convolution and its normalization end at one place, which gets one layer. */
  @Test
  void afterBlocksOfAnyKind() {
    insert(Places.after(block -> block instanceof Conv2d || block instanceof BatchNorm));
    assertEquals(3, DropBlocks.layers(network).size());
  }

  @Test
  void byNumber() {
    insert(Places.afterResidualBlocks().in(4));
    assertEquals(
        "01Conv2d 02ParallelBlock 03LambdaBlock 04ParallelBlock 05DropBlockLayer 06LambdaBlock",
        names(network));
  }

  @Test
  void byNameAndByPath() {
    insert(Places.afterConvolutions().in("01Conv2d", "02ParallelBlock/01SequentialBlock/04Conv2d"));
    assertEquals("02DropBlockLayer", network.getChildren().keyAt(1));
    assertEquals("01Conv2d 02BatchNorm 03LambdaBlock 04Conv2d 05DropBlockLayer", names(branch));
  }

  /** Numbers are those of the network without layers, so a second choice needs no correction. */
  @Test
  void numbersStayWhenLayersAreInserted() {
    insert(Places.afterResidualBlocks().in(2));
    insert(Places.afterResidualBlocks().in("04ParallelBlock"));
    assertEquals(
        "01Conv2d 02ParallelBlock 03DropBlockLayer 04LambdaBlock 05ParallelBlock"
            + " 06DropBlockLayer 07LambdaBlock",
        names(network));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 15})
  void bySizeOfTheMaps(int side) {
    insert(Places.afterResidualBlocks().onMapsUpTo(side, INPUT));
    assertEquals(1, DropBlocks.layers(network).size());
    assertEquals("05DropBlockLayer", network.getChildren().keyAt(4));
  }

  @Test
  void bySizeInsideBranchesToo() {
    insert(Places.afterConvolutions().onMapsUpTo(16, new Shape(32).addAll(INPUT)));
    assertEquals(3, DropBlocks.layers(network).size());
  }

  @Test
  void eachLayerHasASeedOfItsOwn() {
    insert(Places.afterConvolutions());
    insert(Places.afterResidualBlocks());
    List<DropBlockLayer> layers = DropBlocks.layers(network);
    assertEquals(5, layers.size());
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L).stream()
            .map(i -> DROP_BLOCK.forUse(i).seed())
            .sorted()
            .toList(),
        layers.stream().map(layer -> layer.regularizer().seed()).sorted().toList());
    assertEquals(DROP_BLOCK.forUse(1), layers.get(0).regularizer());
  }

  /** As a layer with the seed itself would do: its second use would be the first of layer 1. */
  @Test
  void noUseOfALayerHasTheMaskOfAnotherLayer() {
    insert(Places.afterConvolutions());
    insert(Places.afterResidualBlocks());
    Set<Long> seeds = new HashSet<>();
    for (DropBlockLayer layer : DropBlocks.layers(network)) {
      for (int use = 0; use < 10; use++) {
        assertTrue(seeds.add(layer.regularizer().forUse(use).seed()));
      }
    }
  }

  /** A sequence that is used at two places is changed once. */
  @Test
  void aSharedSequence() {
    SequentialBlock shared = new SequentialBlock().add(convolution());
    network = new SequentialBlock().add(shared).add(shared);
    insert(Places.afterConvolutions());
    assertEquals("01Conv2d 02DropBlockLayer", names(shared));
    assertEquals(1, DropBlocks.layers(network).size());
  }

  /** Its outputs are those of all children: one more would be another network. */
  @Test
  void aSequenceThatReturnsAllOutputsIsLeftWhole() {
    branch.setReturnIntermediate(true);
    insert(Places.afterConvolutions());
    assertEquals(4, branch.getChildren().size());
    assertEquals("02DropBlockLayer", network.getChildren().keyAt(1));
  }

  private String refused(Places places) {
    String before = names(network) + names(branch) + names(skip);
    Exception e = assertThrows(IllegalArgumentException.class, () -> insert(places));
    assertEquals(before, names(network) + names(branch) + names(skip));
    return e.getMessage();
  }

  private static void assertHas(String message, String part) {
    assertTrue(message.contains(part), message);
  }

  @Test
  void whatMatchesNothingIsRefusedWithWhatThereIs() {
    String number = refused(Places.afterConvolutions().in(1, 9));
    assertHas(number, "no layer can go in 09.");
    assertHas(number, "[01Conv2d, 02ParallelBlock/01SequentialBlock/01Conv2d,");
    String size = refused(Places.afterResidualBlocks().onMapsUpTo(7, INPUT));
    assertHas(size, "after residual blocks on maps up to 7 for (1, 1, 16, 16)");
    assertHas(size, "04ParallelBlock (1, 4, 8, 8)");
    String kind = refused(Places.after(block -> block instanceof DropBlockLayer));
    assertHas(kind, "[01Conv2d, 02ParallelBlock, 03LambdaBlock, 04ParallelBlock, 05LambdaBlock]");
  }

  /** A parallel block lets its branches go to nobody. */
  @Test
  void branchesThatCannotBeEnteredAreNamed() {
    String message = refused(Places.afterConvolutions().in(4));
    assertHas(message, "no children of a SequentialBlock: [04ParallelBlock/01Conv2d");
  }

  @Test
  void badArgumentsAreRefused() {
    Places places = Places.afterConvolutions();
    for (String named : List.of("children", "blocks", "side", "input")) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> {
                switch (named) {
                  case "children" -> places.in(3, 0);
                  case "blocks" -> places.in(new String[0]);
                  case "side" -> places.onMapsUpTo(0, INPUT);
                  default -> places.onMapsUpTo(7, new Shape(16, 16));
                }
              });
      assertHas(e.getMessage(), named + " must ");
    }
    assertHas(
        assertThrows(IllegalArgumentException.class, () -> Places.after(null)).getMessage(),
        "blocks must not be null");
    assertHas(refused(null), "places must not be null");
    for (Block none : new Block[] {null}) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> DropBlocks.insert(none, places, Dropout.of(.5, 1)));
      assertHas(e.getMessage(), "network must not be null");
    }
  }
}
