package io.github.dropblock.accuracy.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.nn.Block;
import io.github.dropblock.accuracy.network.DetectionNet;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.network.SegmentationNet;
import io.github.dropblock.accuracy.network.Site;
import io.github.dropblock.accuracy.network.Sites;
import io.github.dropblock.djl.DropBlockLayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialSitesTest {
  @ParameterizedTest
  @CsvSource({
    "DROPBLOCK, GROUP_4, CONVOLUTION4 CONVOLUTION4",
    "DROPBLOCK, GROUP_4_SKIP, CONVOLUTION4 CONVOLUTION4 SKIP4",
    "DROPBLOCK, GROUPS_34, CONVOLUTION3 CONVOLUTION3 CONVOLUTION4 CONVOLUTION4",
    "DROPBLOCK, GROUPS_34_SKIP,"
        + "CONVOLUTION3 CONVOLUTION3 SKIP3 CONVOLUTION4 CONVOLUTION4 SKIP4",
    "DROPBLOCK_EXACT, BACKBONE,"
        + "CONVOLUTION3 CONVOLUTION3 SKIP3 CONVOLUTION4 CONVOLUTION4 SKIP4",
    "DROP_PATH, BRANCHES, BRANCH1 BRANCH2 BRANCH3 BRANCH4",
    "DROPOUT, CLASSIFIER, CLASSIFIER0",
    "DROPOUT, GROUPS_34_SKIP," + "CONVOLUTION3 CONVOLUTION3 SKIP3 CONVOLUTION4 CONVOLUTION4 SKIP4",
    "CUTOUT, INPUT, INPUT0",
    "LABEL_SMOOTHING, LABELS, ''",
    "NONE, NOWHERE, ''"
  })
  void aRegularizerSitsAtItsPlaceAlone(Method method, Place place, String expected) {
    Trial trial = new Trial(method, 0.9, 7, place, Schedule.FIXED, 1);
    TrialSites sites = new TrialSites(trial, 10);
    List<String> placed = new ArrayList<>();
    Sites recording =
        (Site site, int group) -> {
          Block block = sites.at(site, group);
          if (block instanceof DropBlockLayer) {
            placed.add(site.name() + group);
          }
          return block;
        };

    MiniResNet.build(recording, 10);

    assertEquals(expected, String.join(" ", placed));
    assertEquals(placed.size(), sites.layers().size());
    assertEquals(
        placed.size(), sites.layers().stream().map(l -> l.regularizer().seed()).distinct().count());
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD, HEAD0 HEAD0",
    "PYRAMID, PYRAMID0 PYRAMID0",
    "BACKBONE_HEAD," + "CONVOLUTION3 CONVOLUTION3 SKIP3 CONVOLUTION4 CONVOLUTION4 SKIP4 HEAD0 HEAD0"
  })
  void placesOnScenesHoldTheirSitesWithTheKeepProbOfTheTrial(Place place, String expected) {
    Trial trial = new Trial(Method.DROPBLOCK_EXACT, 0.8, 5, place, Schedule.LINEAR, 1);
    TrialSites sites = new TrialSites(trial, 10);
    List<String> placed = new ArrayList<>();
    Sites recording =
        (Site site, int group) -> {
          Block block = sites.at(site, group);
          if (block instanceof DropBlockLayer layer) {
            placed.add(site.name() + group);
            assertEquals(0.8, layer.schedule().orElseThrow().at(10));
          }
          return block;
        };

    if (place == Place.PYRAMID) {
      DetectionNet.build(recording, 3, 10);
    } else {
      SegmentationNet.build(recording, 12, 11);
    }

    assertEquals(expected, String.join(" ", placed));
  }
}
