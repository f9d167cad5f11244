package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that stopped anywhere goes on as if it had not. */
class InterruptedSearchTest {
  private static final TrialRunner RUNNER = new ThreadTrialRunner(2);

  @TempDir Path folder;

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  static List<Search> searches() {
    return List.of(
        new RandomSearch(Known.SPACE, 12, 2, 21),
        new SuccessiveHalving(Known.SPACE, 9, new Budgets(1, 9, 3), 22));
  }

  private double counted(Candidate candidate, int budget, long seed) {
    calls.add(budget + "/" + seed);
    return Known.scoreOrFail(candidate, budget, seed);
  }

  private SearchResult run(Search search, Path file, SearchListener listener) throws Exception {
    try (TrialStore store = TrialStore.file(file)) {
      return search.run(this::counted, RUNNER, store, listener);
    }
  }

  /** Stops after some results, as if the machine had. */
  private static SearchListener stopAfter(int results) {
    return new SearchListener() {
      private int seen;

      @Override
      public void finished(TrialResult result, boolean stored) {
        if (++seen == results) {
          throw new Stop();
        }
      }
    };
  }

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @MethodSource("searches")
  void stoppedAfterAnyResult(Search search) throws Exception {
    SearchResult whole = search.run(Known::scoreOrFail, RUNNER);
    for (int i = 1; i <= whole.results().size(); i++) {
      int results = i;
      Path file = folder.resolve(i + ".csv");
      assertThrowsExactly(Stop.class, () -> run(search, file, stopAfter(results)));
      assertEquals(i + 1, Files.readAllLines(file).size());
      assertEquals(whole, run(search, file, SearchListener.SILENT));
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void stoppedAgainAndAgain(Search search) throws Exception {
    SearchResult whole = search.run(Known::scoreOrFail, RUNNER);
    Path file = folder.resolve("search.csv");
    for (int i = 1; i < whole.results().size(); i++) {
      int results = i;
      assertThrowsExactly(Stop.class, () -> run(search, file, stopAfter(results)));
    }
    assertEquals(whole, run(search, file, SearchListener.SILENT));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void whatIsFinishedIsNotRunAgain(Search search) throws Exception {
    Path file = folder.resolve("search.csv");
    SearchResult whole = run(search, file, SearchListener.SILENT);
    assertEquals(whole.results().size(), calls.size());
    assertEquals(calls.size(), new HashSet<>(calls).size());
    calls.clear();
    assertEquals(whole, run(search, file, SearchListener.SILENT));
    assertEquals(List.of(), calls);
  }

  /** The file as it may be after the power failed: cut at any of its bytes. */
  @ParameterizedTest
  @MethodSource("searches")
  void cutAtAnyByte(Search search) throws Exception {
    Path file = folder.resolve("search.csv");
    SearchResult whole = run(search, file, SearchListener.SILENT);
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 17) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertEquals(whole, run(search, file, SearchListener.SILENT), "cut to " + length);
      assertEquals(bytes.length, Files.size(file));
    }
  }

  @Test
  void aSearchGrows() throws Exception {
    Path file = folder.resolve("search.csv");
    run(new RandomSearch(Known.SPACE, 5, 2, 21), file, SearchListener.SILENT);
    Search larger = searches().get(0);
    assertEquals(larger.run(Known::scoreOrFail, RUNNER), run(larger, file, SearchListener.SILENT));
    assertEquals(12, calls.size());
  }

  @Test
  void anotherSearchsStoreIsRejected() throws Exception {
    Path file = folder.resolve("search.csv");
    run(searches().get(0), file, SearchListener.SILENT);
    byte[] before = Files.readAllBytes(file);
    calls.clear();
    Search other = new RandomSearch(Known.SPACE, 12, 3, 21);
    String message =
        assertThrowsExactly(
                IllegalArgumentException.class, () -> run(other, file, SearchListener.SILENT))
            .getMessage();
    Trial expected = Trial.first(Known.SPACE, 0, 3, 21);
    Trial found = Trial.first(Known.SPACE, 0, 2, 21);
    assertEquals(
        "store must hold trials of this search: expected " + expected + ", found " + found,
        message);
    assertEquals(List.of(), calls);
    assertEquals(Arrays.toString(before), Arrays.toString(Files.readAllBytes(file)));
  }
}
