package io.github.dropblock.search;

import static io.github.dropblock.search.Rejections.rejected;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SearchBadInputTest {
  private static final List<Integer> SIZES = List.of(7);
  private static final List<String> PLACES = List.of("group 4");
  private static final TrialRunner RUNNER = new ThreadTrialRunner(1);

  @TestFactory
  List<DynamicTest> space() {
    return List.of(
        rejected("minKeepProb must be in [0, 1]: -0.1", () -> space(-.1, 1)),
        rejected("minKeepProb must be in [0, 1]: NaN", () -> space(Double.NaN, 1)),
        rejected("maxKeepProb must be in [0.5, 1]: 0.4", () -> space(.5, .4)),
        rejected("maxKeepProb must be in [0.5, 1]: 1.1", () -> space(.5, 1.1)),
        rejected("maxKeepProb must be in [0.5, 1]: NaN", () -> space(.5, Double.NaN)),
        rejected("blockSizes must not be null", () -> new SearchSpace(0, 1, null, PLACES)),
        rejected("blockSizes must not be empty", () -> new SearchSpace(0, 1, List.of(), PLACES)),
        rejected(
            "blockSizes[1] must not be null",
            () -> new SearchSpace(0, 1, Arrays.asList(1, null), PLACES)),
        rejected(
            "blockSizes[1] must be >= 1: 0", () -> new SearchSpace(0, 1, List.of(3, 0), PLACES)),
        rejected("places must not be null", () -> new SearchSpace(0, 1, SIZES, null)),
        rejected("places must not be empty", () -> new SearchSpace(0, 1, SIZES, List.of())),
        rejected(
            "places[0] must be one line, not blank: \" \"",
            () -> new SearchSpace(0, 1, SIZES, List.of(" "))),
        rejected(
            "places[0] must be one line, not blank: \"a\n\"",
            () -> new SearchSpace(0, 1, SIZES, List.of("a\n"))),
        rejected("index must be >= 0: -1", () -> Known.SPACE.candidate(1, -1)));
  }

  private static void space(double min, double max) {
    new SearchSpace(min, max, SIZES, PLACES);
  }

  @TestFactory
  List<DynamicTest> searches() {
    Budgets budgets = new Budgets(1, 9, 3);
    return List.of(
        rejected("space must not be null", () -> new RandomSearch(null, 1, 1, 1)),
        rejected("trials must be >= 1: 0", () -> new RandomSearch(Known.SPACE, 0, 1, 1)),
        rejected("budget must be >= 1: 0", () -> new RandomSearch(Known.SPACE, 1, 0, 1)),
        rejected("space must not be null", () -> new SuccessiveHalving(null, 1, budgets, 1)),
        rejected("trials must be >= 1: 0", () -> new SuccessiveHalving(Known.SPACE, 0, budgets, 1)),
        rejected("budgets must not be null", () -> new SuccessiveHalving(Known.SPACE, 1, null, 1)),
        rejected("min must be >= 1: 0", () -> new Budgets(0, 9, 3)),
        rejected("max must be >= 4: 3", () -> new Budgets(4, 3, 3)),
        rejected("eta must be >= 2: 1", () -> new Budgets(1, 9, 1)),
        rejected("trials must be >= 1: 0", () -> budgets.rungs(0)),
        rejected("threads must be >= 1: 0", () -> new ThreadTrialRunner(0)));
  }

  @TestFactory
  List<DynamicTest> runs() {
    Search search = new RandomSearch(Known.SPACE, 1, 1, 1);
    TrialStore store = TrialStore.inMemory();
    return List.of(
        rejected("objective must not be null", () -> search.run(null, RUNNER)),
        rejected("runner must not be null", () -> search.run(Known::score, null)),
        rejected(
            "store must not be null",
            () -> search.run(Known::score, RUNNER, null, SearchListener.SILENT)),
        rejected("listener must not be null", () -> search.run(Known::score, RUNNER, store, null)));
  }

  @TestFactory
  List<DynamicTest> values() {
    Candidate candidate = new Candidate(.9, 7, "group 4");
    Trial trial = Known.trial(0);
    return List.of(
        rejected("keepProb must be in [0, 1]: 2.0", () -> new Candidate(2, 7, "x")),
        rejected("blockSize must be >= 1: 0", () -> new Candidate(.9, 0, "x")),
        rejected("place must not be null", () -> new Candidate(.9, 7, null)),
        rejected("rung must be >= 0: -1", () -> new Trial(-1, 0, 1, 0, candidate)),
        rejected("index must be >= 0: -1", () -> new Trial(0, -1, 1, 0, candidate)),
        rejected("budget must be >= 1: 0", () -> new Trial(0, 0, 0, 0, candidate)),
        rejected("candidate must not be null", () -> new Trial(0, 0, 1, 0, null)),
        rejected("trial must not be null", () -> TrialResult.ofScore(null, 1)),
        rejected(
            "score must be NaN exactly if there is a failure: NaN, \"\"",
            () -> TrialResult.ofScore(trial, Double.NaN)),
        rejected(
            "score must be NaN exactly if there is a failure: 1.0, \"why\"",
            () -> new TrialResult(trial, 1, "why")),
        rejected("message must not be null", () -> TrialResult.ofFailure(trial, null)),
        rejected("result must not be null", () -> TrialStore.inMemory().add(null)),
        rejected("file must not be null", () -> TrialStore.file(null)),
        rejected("builder must not be null", () -> new ProgressBarListener(null)));
  }
}
