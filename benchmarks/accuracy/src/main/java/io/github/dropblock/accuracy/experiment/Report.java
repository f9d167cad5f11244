package io.github.dropblock.accuracy.experiment;

import java.awt.image.BufferedImage;

/**
 * What an experiment has found.
 *
 * @param text Markdown: what was measured, and tables
 * @param picture a chart
 */
record Report(String text, BufferedImage picture) {}
