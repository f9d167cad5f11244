package io.github.dropblock.benchmarks.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlansTest {
  @Test
  void theRowsOfAChunkHaveOneShapeAndOneForm() {
    for (Group group : Group.values()) {
      for (Fork fork : group.forks()) {
        for (List<Row> chunk : fork.chunks()) {
          assertEquals(1, chunk.stream().map(Row::shape).distinct().count(), group::name);
          assertEquals(
              1, chunk.stream().map(row -> row.work().isInPlace()).distinct().count(), group::name);
        }
      }
    }
  }

  @Test
  void noJvmMeasuresARowTwice() {
    for (Group group : Group.values()) {
      for (Fork fork : group.forks()) {
        assertEquals(fork.rows().size(), new HashSet<>(fork.rows()).size(), group::name);
      }
    }
  }

  @Test
  void eachJvmNamesOneCollector() {
    allForks()
        .forEach(
            fork ->
                assertEquals(
                    List.of(Jvm.COLLECTOR),
                    fork.options().stream().filter(option -> option.endsWith("GC")).toList()));
  }

  @Test
  void eachLoopOfTheCliffRunsInEightJvmsOfEachOrder() {
    List<Fork> forks = Group.CLIFF.forks();
    assertEquals(16, forks.size());
    List<Fork> orders = Group.CLIFF.differentForks();
    assertEquals(2, orders.size());
    for (Fork order : orders) {
      assertEquals(8, forks.stream().filter(order::equals).count());
    }
    assertEquals(new HashSet<>(orders.get(0).rows()), new HashSet<>(orders.get(1).rows()));
  }

  @Test
  void theCopyIsMeasuredWithEveryLimitAndVectorsOnlyWhereTheModuleIs() {
    Row out = new Row(Work.OUT, Shapes.MEDIUM, Setting.PAPER);
    List<Work> withVectors = works(out, Jvm.VECTOR);
    List<Work> scalar = works(out, Jvm.SCALAR);
    List<Work> inPlace = works(out.with(Work.IN_PLACE), Jvm.VECTOR);
    assertEquals(
        List.of(Work.COPY, Work.LOOP_COPY, Work.PRODUCT, Work.VECTOR_PRODUCT), withVectors);
    assertEquals(List.of(Work.COPY, Work.LOOP_COPY, Work.PRODUCT), scalar);
    assertEquals(List.of(Work.COPY, Work.PRODUCT_IN_PLACE, Work.VECTOR_PRODUCT_IN_PLACE), inPlace);
  }

  @Test
  void limitsAndPeersAreNotOurs() {
    assertTrue(Work.NHWC.isOurs());
    assertFalse(Work.PRODUCT_HALVES.isOurs());
    assertFalse(Work.TORCHVISION.isOurs());
    assertFalse(Work.PLAIN_JAVA.isOurs());
  }

  private static List<Work> works(Row row, Jvm jvm) {
    return Yardsticks.of(row, jvm).stream().map(Row::work).toList();
  }

  private static Stream<Fork> allForks() {
    return Stream.of(Group.values()).flatMap(group -> group.forks().stream());
  }
}
