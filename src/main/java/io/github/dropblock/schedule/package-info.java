/** Schedules of keepProb over training steps: pure functions, nothing to save or to lose. */
package io.github.dropblock.schedule;
