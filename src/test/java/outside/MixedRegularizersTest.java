package outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code of another package that mixes regularizers compiles and runs. */
class MixedRegularizersTest {
  @Test
  void streamsMapsAndListsOfSeveralKindsAreOfRegularizers() {
    long sum =
        Stream.of(DropBlock.builder().seed(1).build(), Dropout.of(.5, 2), Cutout.of(1, 3, 4))
            .mapToLong(r -> r.seed())
            .sum();
    assertEquals(7, sum);
    var array = Arrays.asList(DropPath.of(.5, 3), SpatialDropout.of(.5, 4));
    assertEquals(3, array.get(0).withKeepProb(1).seed());
    var map = Map.of("a", Dropout.of(.5, 5), "b", Cutout.of(1, 2, 6));
    assertEquals(6, map.get("b").seed());
    List<Regularizer> list = List.of(DropBlock.of(.9, 7, 7), Dropout.of(.5, 8));
    assertEquals(8, list.get(1).seed());
  }

  @Test
  void loopsOverSeveralKindsCallTheirMethods() {
    for (var r : List.of(Dropout.of(.5, 1), Cutout.of(1, 2, 1))) {
      assertEquals(9, r.withSeed(9).seed());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConditionalOfTwoKindsIsARegularizer(boolean first) {
    var r = first ? Dropout.of(.5, 3) : Cutout.of(1, 2, 3);
    assertEquals(3, r.seed());
  }
}
