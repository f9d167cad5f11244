package io.github.dropblock.accuracy.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutTest {
  private static Images images(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % FashionMnist.CLASSES);
    }
    return new Images(1, 1, new byte[count], labels);
  }

  private static Set<Integer> labels(Images images) {
    return new HashSet<>(IntStream.range(0, images.count()).mapToObj(images::label).toList());
  }

  @Test
  void fiveSeedsLeaveOutEachClassOnce() {
    Set<Integer> classes = new HashSet<>();
    for (long seed = 301; seed < 306; seed++) {
      classes.add(LeftOut.of(seed).first());
      classes.add(LeftOut.of(seed).second());
    }

    assertEquals(FashionMnist.CLASSES, classes.size());
    assertEquals(LeftOut.of(301), LeftOut.of(306));
  }

  @Test
  void knownAndUnknownImagesAreAllImages() {
    FashionMnist data = new FashionMnist(images(100), images(50));
    LeftOut leftOut = LeftOut.of(1);

    FashionMnist known = leftOut.known(data);

    assertEquals(80, known.training().count());
    assertEquals(40, known.test().count());
    assertEquals(Set.of(1, 6), labels(leftOut.unknown(data.test())));
    assertEquals(10, leftOut.unknown(data.test()).count());
    assertEquals(Set.of(0, 2, 3, 4, 5, 7, 8, 9), labels(known.training()));
  }

  @Test
  void aSplitOfEightClassesHasAsManyOfEach() {
    Images known = LeftOut.of(1).known(new FashionMnist(images(400), images(50))).training();

    Split split = Split.of(known, 160, 80, 1);

    for (int label : labels(known)) {
      assertEquals(20, count(split.training(), label));
      assertEquals(10, count(split.validation(), label));
    }
    assertEquals(8, labels(known).size());
  }

  private static long count(Images images, int label) {
    return IntStream.range(0, images.count()).filter(i -> images.label(i) == label).count();
  }
}
