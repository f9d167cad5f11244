package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.junit.jupiter.api.Test;

class SearchListenerTest {
  private static final TrialRunner ONE = new ThreadTrialRunner(1);
  private static final Search SEARCH =
      new SuccessiveHalving(Known.SPACE, 4, new Budgets(1, 2, 2), 31);

  private final List<String> heard = new ArrayList<>();

  private final SearchListener listener =
      new SearchListener() {
        @Override
        public void started(int trials) {
          heard.add("started " + trials);
        }

        @Override
        public void finished(TrialResult result, boolean stored) {
          heard.add(result.trial().index() + (stored ? " stored" : ""));
        }

        @Override
        public void ended() {
          heard.add("ended");
        }
      };

  @Test
  void hearsEachTrialOnce() throws Exception {
    TrialStore store = TrialStore.inMemory();
    Objective rising = (c, b, seed) -> seed == Trial.first(Known.SPACE, 3, 1, 31).seed() ? 1 : 0;
    SEARCH.run(rising, ONE, store, listener);
    assertEquals(List.of("started 6", "0", "1", "2", "3", "0", "3", "ended"), heard);
    heard.clear();
    SEARCH.run(rising, ONE, store, listener);
    assertEquals(
        List.of(
            "started 6",
            "0 stored",
            "1 stored",
            "2 stored",
            "3 stored",
            "0 stored",
            "3 stored",
            "ended"),
        heard);
  }

  @Test
  void hearsTheEndOfASearchThatFails() {
    TrialRunner broken =
        (trials, objective, onResult) -> {
          throw new IllegalStateException("no machine");
        };
    assertThrows(
        IllegalStateException.class,
        () -> SEARCH.run(Known::score, broken, TrialStore.inMemory(), listener));
    assertEquals(List.of("started 6", "ended"), heard);
  }

  @Test
  void theBarShowsTrialsAndTheBest() throws Exception {
    SearchListener bar =
        new ProgressBarListener(
            ProgressBar.builder()
                .setTaskName("search")
                .setConsumer(new DelegatingProgressBarConsumer(heard::add, 200)));
    SearchResult result = SEARCH.run(Known::score, ONE, TrialStore.inMemory(), bar);
    String last = heard.get(heard.size() - 1);
    TrialResult best = result.best().orElseThrow();
    Candidate c = best.trial().candidate();
    assertTrue(last.contains("search") && last.contains("6/6"), last);
    assertTrue(
        last.contains(String.format("best %.4f: keepProb %.3f", best.score(), c.keepProb())), last);
    assertTrue(last.contains("block " + c.blockSize() + ", " + c.place()), last);
  }

  @Test
  void theBarShowsAFailureUntilThereIsAScore() throws Exception {
    SearchListener bar =
        new ProgressBarListener(
            ProgressBar.builder().setConsumer(new DelegatingProgressBarConsumer(heard::add, 200)));
    SEARCH.run((c, b, s) -> Double.NaN, ONE, TrialStore.inMemory(), bar);
    String last = heard.get(heard.size() - 1);
    assertTrue(last.contains("4/6") && last.contains("the score is NaN"), last);
  }
}
