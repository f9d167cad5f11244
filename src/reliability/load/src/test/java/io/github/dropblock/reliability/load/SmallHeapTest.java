package io.github.dropblock.reliability.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a heap that is too small, a call fails before anything is changed, and works later. */
class SmallHeapTest {
  /**
   * Each object is allocated for itself, so that the heap is full to the last byte. With the first
   * compiler alone, which keeps all objects that the source makes.
   */
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:-UseTLAB", "-XX:TieredStopAtLevel=1");

  @ParameterizedTest
  @CsvSource({"DRAWING, 12", "IN_PLACE, 12", "BUFFERS, 12", "LAYERS, 12", "POOLS, 64"})
  void anOutOfMemoryErrorComesBeforeAnyChange(HeapGroup group, int megabytes) throws Exception {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-Xmx" + megabytes + "m");
    List<String> cases = new ArrayList<>(ChildJvm.run(options, SmallHeap.class, group.name()));
    cases.removeIf(line -> !line.startsWith(SmallHeap.CASE)); // The JVM, too, tells of errors.
    assertEquals(group.cases().size(), cases.size());
    cases.removeIf(line -> line.endsWith(SmallHeap.FINE));
    assertEquals(List.of(), cases);
  }
}
