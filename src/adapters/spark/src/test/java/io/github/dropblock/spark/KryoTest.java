package io.github.dropblock.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.search.RandomSearch;
import io.github.dropblock.search.Search;
import io.github.dropblock.search.ThreadTrialRunner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** Kryo, which many choose for their data, cannot write records. */
class KryoTest {
  @Test
  void searchesAndMasksDoNotDependOnTheSerializer() throws Exception {
    try (JavaSparkContext spark = Contexts.localWithKryo()) {
      Search search = new RandomSearch(Known.SPACE, 8, 1, 2);
      assertEquals(
          search.run(Known::scoreOrFail, new ThreadTrialRunner(1)),
          search.run(Known::scoreOrFail, new SparkTrialRunner(spark)));
      DropBlock dropBlock = DropBlock.builder().keepProb(.8).blockSize(3).seed(1).build();
      JavaRDD<float[]> batch = Batches.in(spark, 4);
      PartitionMasks masks = PartitionMasks.of(batch, dropBlock, Batches.SHAPE);
      assertArrayEquals(
          dropBlock.sample(Batches.SHAPE, 0).apply(Batches.whole()).data(),
          Batches.joined(masks.apply(batch, 0)));
    }
  }
}
