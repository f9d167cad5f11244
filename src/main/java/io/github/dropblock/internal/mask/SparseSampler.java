package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.GeometricTable;

/**
 * For few seeds: draws the gaps between them, and stamps a block for each.
 *
 * <p>The sites of a unit form one sequence, plane after plane; one random word is spent on each
 * gap.
 */
final class SparseSampler implements UnitSampler {
  private static final int MAX_BLOCKS = 32;

  private final Kernels kernels;
  private final BlockGeometry geometry;
  private final GeometricTable gaps;
  private final int sites;
  private final int positions;
  private final Divisor bySites;
  private final Divisor byLayer;
  private final Divisor byRow;
  private final int blocksAtATime;

  SparseSampler(Kernels kernels, BlockGeometry geometry, double gamma) {
    this.kernels = kernels;
    this.geometry = geometry;
    this.gaps = new GeometricTable(gamma);
    this.sites = geometry.sites();
    this.positions = geometry.positions();
    this.bySites = new Divisor(sites);
    this.byLayer = new Divisor(geometry.height().starts() * geometry.width().starts());
    this.byRow = new Divisor(geometry.width().starts());
    double words = Stream.PLANES * (double) sites * (gamma + 1.0 / gaps.length());
    this.blocksAtATime = (int) Math.min(1 + words / 2, MAX_BLOCKS);
  }

  @Override
  public int sample(Stream stream, int planes, long[] dropped, int firstBit) {
    RandomWords words = new RandomWords(kernels, stream, blocksAtATime);
    int end = planes * sites;
    int added = 0;
    int site = -1;
    while (true) {
      int gap = gaps.gap(words.next());
      // Not site + gap, which may overflow.
      if (gap >= end - 1 - site) {
        return added;
      }
      site += gap;
      if (gap < gaps.length()) {
        site++;
        added += stamp(site, dropped, firstBit);
      }
    }
  }

  private int stamp(int site, long[] dropped, int firstBit) {
    int plane = bySites.quotient(site);
    int inPlane = site - plane * sites;
    int z = byLayer.quotient(inPlane);
    int inLayer = inPlane - z * geometry.height().starts() * geometry.width().starts();
    int y = byRow.quotient(inLayer);
    int x = inLayer - y * geometry.width().starts();
    return geometry.stamp(
        dropped,
        firstBit + plane * positions,
        z + geometry.depth().firstStart(),
        y + geometry.height().firstStart(),
        x + geometry.width().firstStart());
  }
}
