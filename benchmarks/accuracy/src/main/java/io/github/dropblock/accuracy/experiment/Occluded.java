package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.experiment.Charts.Line;
import io.github.dropblock.accuracy.experiment.Charts.Panel;
import io.github.dropblock.accuracy.job.OcclusionJob;
import io.github.dropblock.accuracy.occlusion.OccluderKind;
import io.github.dropblock.accuracy.occlusion.OccluderSize;
import io.github.dropblock.accuracy.occlusion.Occlusion;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How networks fare when a part of each test image is hidden. */
final class Occluded implements Experiment {
  private static final String NONE = "none";
  private static final String DROPBLOCK = "DropBlock";
  private static final String CUTOUT = "Cutout";

  private final Path data;

  Occluded(Path data) {
    this.data = data;
  }

  @Override
  public String title() {
    return "Occluded test images";
  }

  private static Map<String, Trial> networks() {
    Map<String, Trial> networks = new LinkedHashMap<>();
    networks.put(NONE, Trial.none(0));
    networks.put(DROPBLOCK, WideNetworks.DROPBLOCK);
    networks.put(CUTOUT, WideNetworks.CUTOUT);
    return networks;
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Long> seeds = lab.plan().items().robustSeeds();
    WideNetworks.train(lab, name, networks().values(), seeds);
    lab.run(
        name + "-occluded",
        Lab.jobs(
            networks().values(), seeds, (trial, seed) -> new OcclusionJob(trial.withSeed(seed))));
    return new Report(
        comparisons(lab) + "\n" + details(lab),
        List.of(
            new Report.Picture("", "accuracy by occluder and size", Charts.draw(panels(lab))),
            new Report.Picture(
                "-images",
                "four test images with each occluder",
                OccluderSheet.draw(FashionMnist.read(data).test()))));
  }

  private static String comparisons(Lab lab) {
    Table table = new Table("difference", "mean of all occluders [95%]", "clean [95%]");
    for (String[] pair :
        List.of(
            new String[] {DROPBLOCK, NONE},
            new String[] {CUTOUT, NONE},
            new String[] {DROPBLOCK, CUTOUT})) {
      table.row(
          pair[0] + " - " + pair[1],
          Sample.paired(means(lab, pair[0]), means(lab, pair[1])).interval(),
          Sample.paired(clean(lab, pair[0]), clean(lab, pair[1])).interval());
    }
    return "Accuracy in percent on "
        + Table.count(Math.min(OcclusionJob.IMAGES, lab.plan().wideRecipe().testImages()))
        + " test images, over "
        + lab.plan().items().robustSeeds().size()
        + " seeds; differences are paired by seed. The three rows are the declared"
        + " comparisons.\n\n"
        + table;
  }

  private static String details(Lab lab) {
    Table table = new Table("occluder", "hidden", NONE, DROPBLOCK, CUTOUT);
    table.row(cells("nothing", "0%", network -> Sample.of(clean(lab, network)).text(1)));
    for (Occlusion occlusion : Occlusion.all()) {
      table.row(
          cells(
              occlusion.toString(),
              Math.round(100 * hidden(occlusion)) + "%",
              network -> Sample.of(occluded(lab, network, occlusion)).text(1)));
    }
    return "Accuracy in percent, mean and standard error over the seeds.\n\n" + table;
  }

  private static List<String> cells(String occluder, String hidden, Function<String, String> cell) {
    List<String> cells = new ArrayList<>(List.of(occluder, hidden));
    networks().keySet().forEach(network -> cells.add(cell.apply(network)));
    return cells;
  }

  private static List<Panel> panels(Lab lab) {
    double reference = Sample.of(clean(lab, NONE)).mean();
    List<Panel> panels = new ArrayList<>();
    for (OccluderKind kind : OccluderKind.values()) {
      List<Occlusion> sizes =
          Arrays.stream(OccluderSize.values()).map(size -> new Occlusion(kind, size)).toList();
      List<Line> lines = new ArrayList<>();
      for (String network : networks().keySet()) {
        lines.add(
            new Line(
                network,
                sizes.stream().map(Occluded::hidden).toList(),
                sizes.stream().map(size -> Sample.of(occluded(lab, network, size))).toList()));
      }
      panels.add(
          new Panel(
              "occluder: " + kind,
              "hidden share of the image",
              "test accuracy, %",
              reference,
              "none, clean",
              lines));
    }
    return panels;
  }

  private static double hidden(Occlusion occlusion) {
    return occlusion.hidden(FashionMnist.SIDE);
  }

  private static double[] clean(Lab lab, String network) {
    return values(lab, network, OcclusionJob::clean);
  }

  private static double[] occluded(Lab lab, String network, Occlusion occlusion) {
    return values(lab, network, rows -> OcclusionJob.occluded(rows, occlusion));
  }

  private static double[] means(Lab lab, String network) {
    return values(
        lab,
        network,
        rows ->
            Occlusion.all().stream()
                .mapToDouble(occlusion -> OcclusionJob.occluded(rows, occlusion))
                .average()
                .orElseThrow());
  }

  private static double[] values(
      Lab lab, String network, ToDoubleFunction<List<List<String>>> value) {
    Trial trial = networks().get(network);
    return lab.plan().items().robustSeeds().stream()
        .mapToDouble(
            seed -> 100 * value.applyAsDouble(lab.rows(new OcclusionJob(trial.withSeed(seed)))))
        .toArray();
  }
}
