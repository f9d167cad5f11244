package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.stats.TestResults;
import java.util.List;

/** Draws at each setting of a list, and tests. */
final class SoakRun {
  private final MaskSource source;
  private final List<Setting> settings;
  private final double sitesOfSetting;
  private final double masksOfSetting;
  private final TestResults results = new TestResults();
  private long sites;
  private long masks;

  /**
   * A run.
   *
   * @param sites the least number of sites of all settings together
   * @param masks the least number of masks of all settings together
   */
  SoakRun(MaskSource source, List<Setting> settings, long sites, long masks) {
    this.source = source;
    this.settings = settings;
    this.sitesOfSetting = (double) sites / settings.size();
    this.masksOfSetting = (double) masks / settings.size();
  }

  /**
   * Runs.
   *
   * @param after is called after each setting
   */
  SoakRun run(Runnable after) {
    for (Setting setting : settings) {
      Workload workload = Workload.of(setting, sitesOfSetting, masksOfSetting);
      new SettingRun(source, setting, workload).run(results);
      sites += workload.sites(setting);
      masks += workload.masks();
      after.run();
    }
    return this;
  }

  TestResults results() {
    return results;
  }

  long sites() {
    return sites;
  }

  long masks() {
    return masks;
  }
}
