package io.github.dropblock.accuracy.trial;

import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;

/** What regularizes a trial, by the name it has in CSV files. */
public enum Method {
  NONE("none"),
  DROPOUT("dropout"),
  SPATIAL_DROPOUT("spatial-dropout"),
  DROP_PATH("drop-path"),
  CUTOUT("cutout"),
  LABEL_SMOOTHING("label-smoothing"),
  /** In the paper's setting: gamma by its equation 1, whole blocks inside the map. */
  DROPBLOCK("dropblock", GammaRule.PAPER, SeedRegion.VALID),
  DROPBLOCK_EXACT("dropblock-exact", GammaRule.EXACT, SeedRegion.VALID),
  DROPBLOCK_EXTENDED("dropblock-extended", GammaRule.PAPER, SeedRegion.EXTENDED),
  DROPBLOCK_EXACT_EXTENDED("dropblock-exact-extended", GammaRule.EXACT, SeedRegion.EXTENDED),
  /** With a smoothing of 0.1. */
  DROPBLOCK_LABEL_SMOOTHING("dropblock+label-smoothing", GammaRule.PAPER, SeedRegion.VALID);

  private final String text;
  private final GammaRule gammaRule;
  private final SeedRegion seedRegion;

  Method(String text) {
    this(text, null, null);
  }

  Method(String text, GammaRule gammaRule, SeedRegion seedRegion) {
    this.text = text;
    this.gammaRule = gammaRule;
    this.seedRegion = seedRegion;
  }

  /** The method of a name. */
  public static Method of(String text) {
    return Texts.find(values(), text);
  }

  /** Whether blocks are dropped. */
  public boolean isDropBlock() {
    return gammaRule != null;
  }

  /** Whether something is kept by chance, or smoothed: then keepProb says how much. */
  public boolean hasKeepProb() {
    return this != NONE && this != CUTOUT;
  }

  /** Whether blocks or holes have a size. */
  public boolean hasBlockSize() {
    return isDropBlock() || this == CUTOUT;
  }

  /** Whether it may stand at several places. */
  public boolean hasPlace() {
    return this != NONE && this != LABEL_SMOOTHING;
  }

  /** Whether a schedule may change its keepProb. */
  public boolean hasSchedule() {
    return hasKeepProb() && this != LABEL_SMOOTHING;
  }

  /** Where it sits if nothing else is said. */
  public Place usualPlace() {
    return switch (this) {
      case NONE -> Place.NOWHERE;
      case DROPOUT -> Place.CLASSIFIER;
      case DROP_PATH -> Place.BRANCHES;
      case CUTOUT -> Place.INPUT;
      case LABEL_SMOOTHING -> Place.LABELS;
      default -> Place.GROUPS_34_SKIP;
    };
  }

  /** How blocks get their gamma; null without blocks. */
  public GammaRule gammaRule() {
    return gammaRule;
  }

  /** Where blocks lie; null without blocks. */
  public SeedRegion seedRegion() {
    return seedRegion;
  }

  @Override
  public String toString() {
    return text;
  }
}
