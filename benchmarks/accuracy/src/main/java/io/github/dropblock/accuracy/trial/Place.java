package io.github.dropblock.accuracy.trial;

import io.github.dropblock.accuracy.network.Site;

/** Where a regularizer sits, by the name it has in CSV files. */
public enum Place {
  NOWHERE("nowhere"),
  INPUT("input"),
  LABELS("labels"),
  CLASSIFIER("classifier"),
  /** The end of each residual branch. */
  BRANCHES("branches"),
  GROUP_4("4 conv"),
  GROUP_4_SKIP("4 conv+skip"),
  GROUPS_34("3+4 conv"),
  GROUPS_34_SKIP("3+4 conv+skip"),
  /** Groups 3 and 4 with their skip connections, in both as often. */
  BACKBONE("backbone"),
  /** The convolutions of the segmentation head. */
  HEAD("head"),
  BACKBONE_HEAD("backbone+head"),
  /** The nodes of the feature pyramid. */
  PYRAMID("pyramid");

  private final String text;

  Place(String text) {
    this.text = text;
  }

  /** The place of a name. */
  public static Place of(String text) {
    return Texts.find(values(), text);
  }

  /** Whether a site of the network belongs to this place. */
  boolean holds(Site site, int group) {
    return switch (this) {
      case NOWHERE, LABELS -> false;
      case INPUT -> site == Site.INPUT;
      case CLASSIFIER -> site == Site.CLASSIFIER;
      case BRANCHES -> site == Site.BRANCH;
      case GROUP_4 -> site == Site.CONVOLUTION && group >= 4;
      case GROUPS_34 -> site == Site.CONVOLUTION && group >= 3;
      case HEAD -> site == Site.HEAD;
      case PYRAMID -> site == Site.PYRAMID;
      case BACKBONE_HEAD -> BACKBONE.holds(site, group) || HEAD.holds(site, group);
      case GROUP_4_SKIP -> GROUP_4.holds(site, group) || site == Site.SKIP && group >= 4;
      case GROUPS_34_SKIP, BACKBONE ->
          GROUPS_34.holds(site, group) || site == Site.SKIP && group >= 3;
    };
  }

  /** Whether a network that classifies items has such a place. */
  public boolean isInClassifier() {
    return switch (this) {
      case NOWHERE, LABELS, HEAD, BACKBONE_HEAD, PYRAMID -> false;
      default -> true;
    };
  }

  /** Whether earlier groups drop less, as the paper has it. */
  boolean scalesByGroup() {
    return switch (this) {
      case BRANCHES, BACKBONE, BACKBONE_HEAD -> false;
      default -> true;
    };
  }

  /** The place in words, for reports. */
  public String label() {
    return switch (this) {
      case GROUP_4, GROUP_4_SKIP -> "group " + text;
      case GROUPS_34, GROUPS_34_SKIP -> "groups " + text;
      default -> text;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
